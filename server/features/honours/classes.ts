import type { Transaction } from 'kysely'
import { invalid, problem } from '#domain/errors.ts'
import { honourClassesContract } from '#domain/honours.contract.ts'
import { builtinClasses, honourSubject, type HonourClass } from '#domain/honours.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Tables } from '#server/db/tables.ts'
import { expectVersion, type Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'

/** Classes of honours: those of the house, as the bureau changed them, and its own. */
export const honourClasses = implement(honourClassesContract, {
  list: (door) => classesOf(door),

  create: async (door, { body }) => {
    expectRoot(door)
    const known = await listClasses(door.db)
    if (known.some(({ code }) => code === body.code)) throw invalid('body.code', '这个代码已经使用')
    if (known.some(({ name }) => name === body.name)) throw invalid('body.name', '已有同名的类别')
    if (body.requiresFull && body.subject !== 'member')
      throw invalid('body.requiresFull', '只有评选党员个人时才能限定正式党员')
    await door.db
      .insertInto('honour_class')
      .values({
        code: body.code,
        name: body.name,
        subject: body.subject,
        requires_full: body.requiresFull,
        validity_months: body.validityMonths,
        active: true,
      })
      .execute()
    door.note({ detail: { key: body.code, name: body.name } })
    return classesOf(door)
  },

  change: async (door, { params, body }) => {
    expectRoot(door)
    const known = await classesOf(door)
    const found = known.find(({ code }) => code === params.code)
    if (!found) throw problem('not_found')
    expectVersion(door, found)
    if (known.some(({ code, name }) => name === body.name && code !== found.code))
      throw invalid('body.name', '已有同名的类别')
    const next = { ...found, ...body }
    const { numInsertedOrUpdatedRows } = await door.db
      .insertInto('honour_class')
      .values({
        code: next.code,
        name: next.name,
        subject: next.subject,
        requires_full: next.requiresFull,
        validity_months: next.validityMonths,
        active: next.active,
        version: found.version + 1,
      })
      .onConflict((conflict) =>
        conflict
          .column('code')
          .doUpdateSet((row) => ({
            name: row.ref('excluded.name'),
            validity_months: row.ref('excluded.validity_months'),
            active: row.ref('excluded.active'),
            version: row.ref('excluded.version'),
          }))
          .where('honour_class.version', '=', found.version),
      )
      .executeTakeFirst()
    const now = await classesOf(door)
    if (numInsertedOrUpdatedRows !== 1n)
      throw problem('version_conflict', { detail: now.find(({ code }) => code === found.code) })
    door.note({ detail: { key: found.code, ...body } })
    return now
  },
})

/** Classes and the calendar hold for the whole bureau: a branch does not decide for the others. */
export function expectRoot(door: Door): void {
  if (!door.scope.everything) throw problem('forbidden')
}

/** Every class, those of the house first. */
export async function listClasses(db: Transaction<Tables>): Promise<HonourClass[]> {
  const rows = await db.selectFrom('honour_class').selectAll().orderBy('code').execute()
  const stored = rows.map((row): HonourClass => ({
    code: row.code,
    name: row.name,
    subject: honourSubject.parse(row.subject),
    requiresFull: row.requires_full,
    validityMonths: row.validity_months,
    builtin: builtinClasses.some(({ code }) => code === row.code),
    active: row.active,
    version: row.version,
  }))
  const house = builtinClasses.map(
    (one) => stored.find(({ code }) => code === one.code) ?? { ...one },
  )
  return [...house, ...stored.filter(({ builtin }) => !builtin)]
}

/** Every class as it holds today: a post's validity is the bureau's parameter until its class says otherwise. */
export async function classesOf(door: Door): Promise<HonourClass[]> {
  const years = await parameterOn(door.db, 'honour.postYears', door.today)
  return (await listClasses(door.db)).map((one) =>
    one.code === 'model-post' && one.version === 0 ? { ...one, validityMonths: 12 * years } : one,
  )
}

/** The names and subjects of rows that hold only the code of their class. */
export async function classNames(db: Transaction<Tables>) {
  const classes = new Map((await listClasses(db)).map((one) => [one.code, one]))
  return <R extends { classCode: string }>(row: R) => ({
    ...row,
    className: classes.get(row.classCode)?.name ?? row.classCode,
    subject: classes.get(row.classCode)?.subject ?? ('member' as const),
  })
}
