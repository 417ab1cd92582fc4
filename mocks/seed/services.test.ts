import { describe, expect, it } from 'vitest'
import { judgeService, refusalsOf, themeDayBeside } from '#domain/services.rules.ts'
import { serviceEntry, serviceKind, serviceState } from '#domain/services.ts'
import { accountRows } from './accounts.ts'
import { keyOf } from './attendance.ts'
import { demoToday } from './clock.ts'
import { recordPlans } from './records.ts'
import { serviceRows } from './serviceRows.ts'
import { servicePlans } from './services.ts'

const accounts = new Map(accountRows().map(({ id, member_id }) => [id, member_id]))
const records = recordPlans()
const plans = servicePlans(records)
const rows = serviceRows(plans)
const visitsIn = (year: string) =>
  rows
    .filter(({ state, served_on }) => state === 'confirmed' && served_on?.startsWith(year))
    .reduce((sum, { visits = 0 }) => sum + visits, 0)

/** Theme days that a person attended, from the minutes. */
const attended = (who: string, day: string) =>
  records
    .filter(
      ({ content, status, sitting }) =>
        content.heldOn === day &&
        content.types.includes('theme-day') &&
        (status === 'signed' || status === 'archived') &&
        sitting.roster.entries.some(({ memberId }) => keyOf(memberId) === who) &&
        !content.attendance.some(
          ({ memberId, status: mark }) => keyOf(memberId) === who && mark !== 'present',
        ),
    )
    .map(({ content }) => ({ title: content.title, from: content.startedAt, to: content.endedAt }))

describe('the services of the demo', () => {
  it('come to 26,000 visits in the article’s year, counted from rows, and to another number the year before', () => {
    expect(visitsIn('2026')).toBe(26_000)
    expect(visitsIn('2025')).toBeGreaterThan(15_000)
    expect(visitsIn('2025')).not.toBe(26_000)
    expect(rows.length).toBeGreaterThan(1_000)
    expect(rows.length).toBeLessThan(2_500)
  })

  it('have every kind in every month of both years, up to the demo’s day', () => {
    const cells = new Set(plans.map(({ entry }) => `${entry.servedOn.slice(0, 7)} ${entry.kind}`))
    expect(cells.size).toBe(23 * serviceKind.options.length)
    expect(plans.every(({ entry }) => entry.servedOn <= demoToday)).toBe(true)
  })

  it('could have been logged by hand: no guard refuses any, and one was during a theme day', () => {
    const beside: string[] = []
    for (const { key, who, entry } of plans) {
      expect(serviceEntry.safeParse(entry).error, `entry ${key}`).toBeUndefined()
      const others = plans
        .filter((one) => one.who === who && one.key !== key && one.state !== 'withdrawn')
        .filter((one) => one.entry.servedOn === entry.servedOn)
        .map((one) => one.entry)
      const themeDays = attended(who, entry.servedOn)
      const verdicts = judgeService(entry, { today: demoToday, beside: others, themeDays })
      expect(refusalsOf(verdicts), `guards of ${key}`).toEqual({})
      if (themeDayBeside(entry, themeDays)) beside.push(key)
    }
    expect(beside).toHaveLength(1)
  })

  it('hold every state, with the reasons of those who returned, appealed and withdrew', () => {
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(serviceState.options))
    expect(rows.filter(({ state }) => state === 'logged').length).toBeGreaterThan(3)
    const back = rows.filter(({ state }) => state === 'returned' || state === 'appealed')
    expect(back.filter(({ return_reason }) => !return_reason)).toEqual([])
    expect(back.filter(({ returned_by }) => !returned_by)).toEqual([])
    // An appeal is decided by somebody else than who returned it (handbook §8).
    const decided = rows.filter(({ returned_by, confirmed_by }) => returned_by && confirmed_by)
    expect(decided).toHaveLength(1)
    expect(decided.filter(({ returned_by, confirmed_by }) => returned_by === confirmed_by)).toEqual(
      [],
    )
    // Nobody confirmed the own one.
    const own = rows.filter(
      ({ confirmed_by, member_id }) => confirmed_by && accounts.get(confirmed_by) === member_id,
    )
    expect(own).toEqual([])
  })

  it('bring the demo’s member a star by volunteer hours', () => {
    const minutes = plans
      .filter(
        ({ who, state, entry }) =>
          who === 'hall1-1:5' && state === 'confirmed' && entry.isVolunteer,
      )
      .reduce((sum, { entry }) => sum + (entry.minutes ?? 0), 0)
    expect(minutes).toBeGreaterThanOrEqual(100 * 60)
    expect(minutes).toBeLessThan(300 * 60)
  })
})
