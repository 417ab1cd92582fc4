import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { resolutionRecord } from '#domain/meetings.ts'
import { isEligible } from '#domain/rules/honours.ts'
import { officialYears } from '#domain/rules/officialHolidays.ts'
import { enoughWorkdays, holidayTable, workdays } from '#domain/rules/workdays.ts'
import { auditCounts } from '#tests/support/audits.ts'
import { addHolidays } from '#tests/support/honours.ts'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { demoToday } from './clock.ts'
import { campaignPlans } from './honourPlans.ts'
import { seedDemo } from './seedDemo.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
  await addHolidays(world.db)
  await seedDemo(world.db, world)
}, 240_000)

const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  (await query.execute(world.db)).rows

describe('the honours of the demo bureau', () => {
  it('of 2026 are 10 优秀共产党员, 10 党员示范岗 and 8 业务能手, counted from rows that are valid', async () => {
    const counted = await rows(sql<{ code: string; count: number }>`
      select class_code as code, count(*)::int as count from honour
      where decided_on between '2026-01-01' and '2026-12-31' and revoked_on is null
        and (valid_to is null or valid_to >= ${demoToday}::date)
      group by class_code order by class_code`)
    expect(counted).toEqual([
      { code: 'advanced-branch', count: 2 },
      { code: 'excellent-member', count: 10 },
      { code: 'model-post', count: 10 },
      { code: 'skilled-worker', count: 8 },
    ])
    expect(await auditCounts(world.db)).toEqual([])
  }, 60_000)

  it('of 2025 hold one revoked, with its event, and some past their day', async () => {
    const [found] = await rows(sql<{ revoked: number; expired: number; events: number }>`
      select count(*) filter (where revoked_on is not null)::int as revoked,
        count(*) filter (where valid_to < ${demoToday}::date)::int as expired,
        (select count(*)::int from honour_event where kind = 'revoked') as events
      from honour where decided_on < '2026-01-01'`)
    expect(found).toEqual({ revoked: 1, expired: 4, events: 1 })
  })

  it('each rest on a passed resolution of a signed meeting that names the nominee, held while nominations ran', async () => {
    const behind = await rows(sql<{
      name: string
      status: string
      resolutions: unknown
      held: boolean
    }>`
      select n.subject_name as name, m.status, m.resolutions, m.held_on between c.nominate_from and c.nominate_to as held
      from nomination n join meeting m on m.id = n.meeting_id join campaign c on c.id = n.campaign_id`)
    expect(behind.length).toBeGreaterThan(45)
    for (const { name, status, resolutions, held } of behind) {
      const found = resolutionRecord
        .array()
        .parse(resolutions)
        .find(({ title }) => title.startsWith('推荐') && title.includes(name))
      expect(['signed', 'archived'], `meeting behind ${name}`).toContain(status)
      expect(held, `day of the meeting behind ${name}`).toBe(true)
      expect(found && isEligible(found.verdicts), `resolution on ${name}`).toBe(true)
    }
  })

  it('hung on public notice for five working days before the decision', () => {
    const table = holidayTable(
      officialYears.map(({ year }) => year),
      officialYears.flatMap(({ days }) => days),
    )
    const hung = campaignPlans.filter(({ publicity }) => publicity !== null)
    for (const { key, publicity, decided, nominees, quota } of hung) {
      const [from = '', to = ''] = publicity ?? []
      const given = nominees.filter(({ outcome }) => outcome === 'awarded').length
      expect(given, `honours of ${key}`).toBeLessThanOrEqual(quota)
      expect(enoughWorkdays(from, to, 5, table).status, `days of ${key}`).toBe('met')
      expect(workdays(from, 5, table).to, `end of ${key}`).toBe(to)
      expect((decided ?? '9999') > to, `decision of ${key}`).toBe(true)
    }
  })

  it('have an open campaign on public notice with an objection that waits, and one that takes nominations', async () => {
    const open = await rows(sql<{ state: string; waiting: number }>`
      select c.state, (select count(*)::int from objection j where j.campaign_id = c.id and j.answered_on is null) as waiting
      from campaign c where c.state not in ('decided', 'cancelled') order by c.state`)
    expect(open).toEqual([
      { state: 'open', waiting: 0 },
      { state: 'publicity', waiting: 1 },
    ])
  })

  it('say something different of everybody', async () => {
    const citations = await rows(sql<{ citation: string }>`select citation from honour`)
    expect(new Set(citations.map(({ citation }) => citation)).size).toBe(citations.length)
  })
})
