import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { studyKind, type StudyRecord } from '#domain/studies.ts'
import { studiesContract as contract } from '#domain/studies.contract.ts'
import { auditCounts } from '#tests/support/audits.ts'
import { rebuildCounts } from '#server/counts/rebuild.ts'
import { fold } from '#server/counts/fold.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aStudy, recorded } from '#tests/support/studies.ts'
import { studies } from './handlers.ts'
import { contentOf } from './moves.ts'

const api = useApi(studies)

const step = fc.record({
  what: fc.constantFrom('create', 'create', 'change', 'close', 'reopen', 'discard', 'fold'),
  kind: fc.constantFrom(...studyKind.options),
  back: fc.nat(400),
  minutes: fc.integer({ min: 1, max: 600 }),
  came: fc.integer({ min: 1, max: 5 }),
  advance: fc.constantFrom('plan' as const, 'hold' as const, 'close' as const),
  at: fc.nat(2),
  pick: fc.nat(1000),
})

it('stored counts equal those counted from the rows after random writes, corrections and withdrawals', async () => {
  const { tokens, committee, branchA, groupA1, inA1 } = await smallBureau(api.world.db)
  const token = tokens.organizer
  const records: StudyRecord[] = []
  let moved = 0
  for (const [index, one] of fc.sample(step, { numRuns: 160, seed: 26 }).entries()) {
    const body = aStudy([committee, branchA, groupA1][one.at] ?? branchA, inA1, {
      kind: one.kind,
      topic: `活动${index}`,
      lecturerName: '老师',
      heldOn: addDays('2026-11-20', -one.back),
      minutes: one.minutes,
      audience: inA1.map((memberId, at) => ({
        memberId,
        present: at < one.came,
        // Of each activity that took more than four hours, the first left early.
        minutes: one.advance !== 'plan' && at === 0 && one.minutes > 240 ? 240 : null,
      })),
      events:
        one.kind === 'competition'
          ? [
              {
                name: '笔试',
                form: 'individual',
                ranking: 'grade',
                entries: [{ name: '甲', place: 1 }],
              },
            ]
          : [],
      advance: one.advance,
    })
    if (one.what === 'create' || records.length === 0) {
      records.push(await recorded(api, token, body))
      continue
    }
    if (one.what === 'fold') {
      await fold(api.world.db, 5)
      continue
    }
    const at = one.pick % records.length
    const record = records[at]
    if (!record) continue
    const given = { params: { id: record.id }, version: record.version }
    const { organizationId: _, ...change } = contentOf(record)
    const { what, advance, minutes } = one
    const answer =
      what === 'change'
        ? await api.call(token, contract.change, {
            ...given,
            body: { ...change, minutes, advance },
          })
        : what === 'close'
          ? await api.call(token, contract.close, given)
          : what === 'reopen'
            ? await api.call(token, contract.reopen, { ...given, body: { reason: '更正' } })
            : await api.call(token, contract.discard, given)
    expect([200, 400, 409]).toContain(answer.status)
    if (answer.status !== 200) continue
    moved++
    if (what === 'discard') records.splice(at, 1)
    else records[at] = (await api.call(token, contract.show, { params: { id: record.id } })).body
  }
  expect(moved).toBeGreaterThan(20)
  expect(records.filter(({ status }) => status === 'closed').length).toBeGreaterThan(10)
  expect(await auditCounts(api.world.db)).toEqual([])

  await api.world.db.deleteFrom('delta').execute()
  await api.world.db.deleteFrom('rollup').execute()
  expect((await auditCounts(api.world.db)).length).toBeGreaterThan(0)
  await rebuildCounts(api.world.db)
  expect(await auditCounts(api.world.db)).toEqual([])
}, 120_000)
