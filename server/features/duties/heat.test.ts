import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { duties as allDuties } from '#domain/rules/duties.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { duties } from './handlers.ts'

const api = useApi(duties)

const anyMeeting = fc.record({
  types: fc.uniqueArray(fc.constantFrom(...allDuties), { minLength: 1, maxLength: 3 }),
  on: fc.integer({ min: 0, max: 330 }).map((n) => addDays('2026-01-01', n)),
  status: fc.constantFrom('submitted', 'signed', 'archived'),
})

it('says of each part and period what the matrix of that part and period says', async () => {
  const bureau = await smallBureau(api.world.db)
  const { leader } = bureau.tokens
  const organs = [bureau.branchA, bureau.branchB, bureau.groupA1, bureau.groupA2]
  for (const [index, meeting] of fc.sample(anyMeeting, { numRuns: 90, seed: 3 }).entries())
    await addMeeting(api.world.db, {
      at: organs[index % organs.length] ?? bureau.branchA,
      by: bureau.probationary,
      ...meeting,
    })
  let kept = 0
  let late = 0
  for (const scope of [bureau.committee.id, bureau.branchA.id])
    for (const duty of allDuties) {
      const asked = { organization: scope, year: 2026, duty }
      const { rows } = (await api.call(leader, dutiesContract.heat, { query: asked })).body
      for (const { organizationId, cells } of rows)
        for (const { period, ...cell } of cells) {
          const { body } = await api.call(leader, dutiesContract.matrix, {
            query: { organization: organizationId, year: 2026, duty, period, size: 200 },
          })
          const dueNow = body.rows.filter(({ cells }) => cells[0]?.state === 'due').length
          expect({ past: body.past, kept: body.kept, dueNow }, `${duty} ${period}`).toEqual(cell)
          kept += cell.kept
          late += cell.past - cell.kept
        }
    }
  expect(kept).toBeGreaterThan(20)
  expect(late).toBeGreaterThan(20)
})

it('knows no period that the year has not', async () => {
  const bureau = await smallBureau(api.world.db)
  const { status, problem } = await api.call(bureau.tokens.leader, dutiesContract.matrix, {
    query: {
      organization: bureau.committee.id,
      year: 2026,
      duty: 'theme-day',
      period: '2026-13',
    },
  })
  expect([status, problem.fields]).toEqual([400, { 'query.period': '该年度没有这个周期' }])
})
