import type { Transaction } from 'kysely'
import { addDays, yearOf, type Day } from '#domain/dates.ts'
import { problem } from '#domain/errors.ts'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { monthOfNextYear, type HolidayYear } from '#domain/holidays.ts'
import { holidayTable, longestNotice, workdays, type HolidayTable } from '#domain/rules/workdays.ts'
import type { Tables } from '#server/db/tables.ts'
import { actorOf, expectVersion } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { expectRoot } from './classes.ts'

/** 放假安排: which days are off and which weekends work, year by year. A year without a table is said to be missing. */
export const holidays = implement(holidaysContract, {
  show: (door, { query }) => readYear(door.db, query.year),

  workdays: async (door, { query }) =>
    workdays(query.from, query.days, await tableFrom(door.db, query.from)),

  missing: async (door) => {
    const year = yearOf(door.today)
    const isLate = Number(door.today.slice(5, 7)) >= monthOfNextYear
    const years = door.scope.everything ? [year, ...(isLate ? [year + 1] : [])] : []
    const { years: known } = await tableOf(door.db, years)
    const rows = years.filter((one) => !known.has(one)).map((one) => ({ year: one }))
    return { rows, total: rows.length }
  },

  set: async (door, { body }) => {
    expectRoot(door)
    const { year, source, days } = body
    const current = await readYear(door.db, year)
    expectVersion(door, current)
    const fields: Record<string, string> = {}
    const seen = new Set<Day>()
    days.forEach(({ day }, index) => {
      if (yearOf(day) !== year) fields[`body.days.${index}.day`] = `不在 ${year} 年内`
      else if (seen.has(day)) fields[`body.days.${index}.day`] = '同一天填写了两次'
      seen.add(day)
    })
    if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
    const values = {
      source,
      set_by: actorOf(door).accountId,
      set_at: door.now,
      version: current.version + 1,
    }
    const { numInsertedOrUpdatedRows } = await door.db
      .insertInto('holiday_year')
      .values({ year, ...values })
      .onConflict((conflict) =>
        conflict
          .column('year')
          .doUpdateSet(values)
          .where('holiday_year.version', '=', current.version),
      )
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n)
      throw problem('version_conflict', { detail: await readYear(door.db, year) })
    await door.db.deleteFrom('holiday').where('year', '=', year).execute()
    await door.db
      .insertInto('holiday')
      .values(days.map((one) => ({ ...one, year })))
      .execute()
    door.note({
      detail: { year, source, days: days.length },
    })
    return readYear(door.db, year)
  },
})

async function readYear(db: Transaction<Tables>, year: number): Promise<HolidayYear> {
  const row = await db
    .selectFrom('holiday_year')
    .leftJoin('account', 'account.id', 'holiday_year.set_by')
    .select(['holiday_year.source', 'holiday_year.version', 'account.name as setBy'])
    .where('year', '=', year)
    .executeTakeFirst()
  if (!row) return { year, known: false, source: null, days: [], setBy: null, version: 0 }
  const days = await db
    .selectFrom('holiday')
    .select(['day', 'name', 'off'])
    .where('year', '=', year)
    .orderBy('day')
    .execute()
  return { year, known: true, ...row, days }
}

/** The table of all years that a period begun on a day can touch: begun late in a year that is three. */
export function tableFrom(db: Transaction<Tables>, from: Day): Promise<HolidayTable> {
  const first = yearOf(from)
  const count = yearOf(addDays(from, longestNotice)) - first + 1
  return tableOf(
    db,
    Array.from({ length: count }, (_, index) => first + index),
  )
}

async function tableOf(db: Transaction<Tables>, years: readonly number[]): Promise<HolidayTable> {
  if (years.length === 0) return holidayTable([], [])
  const known = await db
    .selectFrom('holiday_year')
    .select('year')
    .where('year', 'in', years)
    .execute()
  const days = await db
    .selectFrom('holiday')
    .select(['day', 'name', 'off'])
    .where('year', 'in', years)
    .execute()
  return holidayTable(
    known.map(({ year }) => year),
    days,
  )
}
