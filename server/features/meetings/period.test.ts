import { describe, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import type { MeetingStatus } from '#domain/meetings.ts'
import { belongsTo, periodsOf } from '#domain/rules/duties.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'

const api = useApi(meetings)

type Query = Given<typeof meetingsContract.list>['query']

async function titles(token: string, query: Query = {}): Promise<string[]> {
  const { rows, total } = (
    await api.call(token, meetingsContract.list, { query: { size: 200, ...query } })
  ).body
  expect(total).toBe(rows.length)
  return rows.map(({ title }) => title)
}

describe('the meetings of a duty’s period', () => {
  const days = [
    '2025-12-31',
    '2026-01-01',
    '2026-03-31',
    '2026-04-01',
    '2026-06-30',
    '2026-07-01',
    '2026-11-23',
  ]
  it.each(['general-meeting', 'life-meeting', 'review'] as const)(
    '%s: exactly those of the rule',
    async (type) => {
      const { tokens, branchB, inB } = await smallBureau(api.world.db)
      const made: {
        title: string
        heldOn: string
        assessmentYear: number | null
        status: MeetingStatus
      }[] = []
      const yearly = type !== 'general-meeting'
      for (const [index, heldOn] of days.entries())
        // After March the year before is refused.
        for (const assessmentYear of yearly && heldOn.slice(5, 7) <= '03'
          ? [null, Number(heldOn.slice(0, 4)) - 1]
          : [null]) {
          const advance = index % 3 === 0 && !assessmentYear ? 'submit' : 'sign'
          const title = `${heldOn} ${assessmentYear}`
          const startedAt = assessmentYear ? '10:00' : '09:00'
          const over = { title, heldOn, assessmentYear, advance, startedAt, types: [type] } as const
          const { status } = await held(
            api,
            tokens.organizer,
            aMeeting(branchB, firstOf(inB), { ...over, types: [type] }),
          )
          made.push({ title, heldOn, assessmentYear, status })
        }
      for (const period of [...periodsOf(type, 2025), ...periodsOf(type, 2026)]) {
        const belonging = made.filter(({ heldOn: on, assessmentYear, status }) =>
          belongsTo({ on, assessmentYear, status, duties: [type] }, type, period),
        )
        const expected = (statuses: MeetingStatus[]) =>
          belonging
            .filter(({ status }) => statuses.includes(status))
            .map(({ title }) => title)
            .toSorted()
        const listed = async (query: Query) =>
          (
            await titles(tokens.organizer, { types: [type], period: period.key, ...query })
          ).toSorted()
        expect([period.key, await listed({})]).toEqual([
          period.key,
          expected(['signed', 'archived']),
        ])
        expect([period.key, await listed({ statuses: ['submitted'] })]).toEqual([
          period.key,
          expected(['submitted']),
        ])
      }
    },
  )

  it('needs one type, and a period that the type has', async () => {
    const { tokens } = await smallBureau(api.world.db)
    const refused = async (query: Query) =>
      Object.keys(
        (await api.call(tokens.organizer, meetingsContract.list, { query })).problem.fields ?? {},
      )
    expect(await refused({ period: '2026-Q1' })).toEqual(['query.types'])
    expect(await refused({ period: '2026-Q1', types: ['theme-day', 'review'] })).toEqual([
      'query.types',
    ])
    expect(await refused({ period: '2026-Q1', types: ['review'] })).toEqual(['query.period'])
    expect(await refused({ period: '2026-13', types: ['theme-day'] })).toEqual(['query.period'])
  })
})
