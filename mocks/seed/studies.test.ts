import { beforeAll, describe, expect, it } from 'vitest'
import { checkStudy } from '#domain/studies.checks.ts'
import { studyKind, type StudyContent } from '#domain/studies.ts'
import { auditCounts } from '#tests/support/audits.ts'
import { readCounts } from '#server/counts/read.ts'
import { createSecrets } from '#server/secrets.ts'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { organizationIdOf, planOf, rootKey } from './bureau.ts'
import { demoToday } from './clock.ts'
import { memberIdOf } from './members.ts'
import { recordPlans } from './records.ts'
import { seedDemo } from './seedDemo.ts'
import { studyRecords } from './studies.ts'

const meetings = recordPlans()
const records = studyRecords(meetings)

describe('the study activities of the demo bureau', () => {
  it.each(records.map((record) => [record.plan.key, record] as const))(
    '%s could have been entered by hand',
    (_, { plan, audience, events, meetingId }) => {
      const { lecturer, status } = plan
      const organ = planOf(plan.at)
      const content: StudyContent = {
        organizationId: organizationIdOf(plan.at) as StudyContent['organizationId'],
        kind: plan.kind,
        series: plan.series,
        topic: plan.topic,
        heldOn: plan.heldOn,
        endsOn: plan.endsOn,
        minutes: plan.minutes,
        place: plan.place,
        lecturerId: (lecturer && 'who' in lecturer
          ? memberIdOf(lecturer.who)
          : null) as StudyContent['lecturerId'],
        lecturerName: lecturer && 'name' in lecturer ? lecturer.name : null,
        meetingId: meetingId as StudyContent['meetingId'],
        summary: plan.summary,
        audience,
        guests: [],
        events: events.map((event) => ({
          ...event,
          entries: event.entries.map(({ name, memberIds, score, place }) => ({
            name: memberIds.length > 0 ? null : name,
            memberIds,
            score,
            place,
          })),
        })),
      }
      const members = new Set<string>(audience.map(({ memberId }) => memberId))
      if (content.lecturerId) members.add(content.lecturerId)
      const meeting = meetings.find(({ id }) => id === meetingId)
      const fields = checkStudy(content, {
        today: demoToday,
        status,
        organ: { foundedOn: organ.foundedOn, closedOn: null },
        members,
        meetingOn: meeting?.content.heldOn ?? null,
      })
      expect(fields).toEqual({})
    },
  )

  it('hold the honest trouble: one to come, one not closed, one opened again, ties, one in a 党课', () => {
    expect(records.some(({ plan }) => plan.status === 'planned' && plan.heldOn > demoToday)).toBe(
      true,
    )
    expect(records.some(({ plan }) => plan.status === 'held' && plan.at === 'hall1')).toBe(true)
    expect(records.some(({ plan }) => plan.reopened)).toBe(true)
    expect(records.some(({ meetingId }) => meetingId !== null)).toBe(true)
    const firsts = records.flatMap(({ events }) =>
      events.map(({ entries }) => entries.filter(({ place }) => place === 1).length),
    )
    expect(Math.max(...firsts)).toBeGreaterThan(1)
  })
})

describe('the article’s figures', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await testWorld()
    await seedDemo(world.db, { secrets: await createSecrets(new Uint8Array(32).fill(1)) })
  }, 120_000)

  it('8 授课 and 4 竞赛 in 2026 come out by counting rows, and stored counts equal them', async () => {
    const rows = await world.db
      .selectFrom('study')
      .select(['kind', 'held_on'])
      .where('status', '=', 'closed')
      .execute()
    const counted = (kind: string) =>
      rows.filter((row) => row.kind === kind && row.held_on.startsWith('2026')).length
    expect([counted('lecture'), counted('competition')]).toEqual([8, 4])
    const cells = await world.db.transaction().execute((trx) =>
      readCounts(trx, {
        organizationId: organizationIdOf(rootKey),
        from: '2026-01',
        to: '2026-12',
        kinds: studyKind.options.map((kind) => `study:${kind}`),
      }),
    )
    for (const kind of studyKind.options)
      expect(
        cells
          .filter((cell) => cell.kind === `study:${kind}`)
          .reduce((sum, { count }) => sum + count, 0),
      ).toBe(counted(kind))
    expect(await auditCounts(world.db)).toEqual([])
  })
})
