import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { duties as allDuties } from '#domain/rules/duties.ts'
import { auditHeld } from '#tests/support/audits.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addMeeting } from '#tests/support/bookedMeeting.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aMeeting } from '#tests/support/meetings.ts'
import { duties } from './handlers.ts'

const api = useApi([...duties, ...meetings])

const anyMeeting = fc.record({
  types: fc.uniqueArray(fc.constantFrom(...allDuties), { minLength: 1, maxLength: 3 }),
  on: fc.integer({ min: 0, max: 560 }).map((n) => addDays('2025-09-01', n)),
  assessmentYear: fc.constantFrom(undefined, 2025, 2026),
  status: fc.constantFrom('draft', 'submitted', 'signed', 'archived'),
  late: fc.boolean(),
})

describe('every number of the matrix', () => {
  it('is the number of rows that the list shows behind it', async () => {
    const bureau = await smallBureau(api.world.db)
    const organs = [bureau.branchA, bureau.branchB, bureau.groupA1, bureau.groupA2]
    for (const [index, meeting] of fc.sample(anyMeeting, { numRuns: 160, seed: 11 }).entries()) {
      const at = organs[index % organs.length] ?? bureau.branchA
      await addMeeting(api.world.db, { at, by: bureau.probationary, ...meeting })
    }
    let compared = 0
    let more = 0
    for (const year of [2025, 2026])
      for (const duty of allDuties) {
        const query = { organization: bureau.committee.id, year, duty }
        const { rows } = (await api.call(bureau.tokens.leader, dutiesContract.matrix, { query }))
          .body
        for (const { organizationId, cells } of rows)
          for (const { period, held } of cells) {
            const behind = await api.call(bureau.tokens.leader, meetingsContract.list, {
              query: {
                organization: organizationId,
                direct: 'true',
                types: [duty],
                period,
                statuses: ['signed', 'archived'],
              },
            })
            expect(behind.body.total, `${duty} ${period} ${organizationId}`).toBe(held)
            compared++
            if (held > 1) more++
          }
      }
    expect(compared).toBeGreaterThan(150)
    expect(more).toBeGreaterThan(5)
  }, 120_000)

  it('follows a meeting through saving, changing, signing and withdrawing', async () => {
    const bureau = await smallBureau(api.world.db)
    const { organizer } = bureau.tokens
    const cells = async () => {
      const query = { organization: bureau.branchB.id, year: 2026, duty: 'theme-day' as const }
      const { rows } = (await api.call(organizer, dutiesContract.matrix, { query })).body
      return rows[0]?.cells.slice(8, 11).map(({ state, held }) => `${state} ${held}`)
    }
    const [chair] = bureau.inB
    if (!chair) throw new Error('empty branch')
    const body = aMeeting(bureau.branchB, chair, { types: ['theme-day'], heldOn: '2026-10-20' })
    const { body: draft } = await api.call(organizer, meetingsContract.create, { body })
    expect(await cells()).toEqual(['missing 0', 'awaiting-signature 0', 'due 0'])
    const { organizationId: _, ...content } = body
    const changed = await api.call(organizer, meetingsContract.change, {
      params: { id: draft.id },
      body: {
        ...content,
        heldOn: '2026-11-20',
        attendance: bureau.inB.map((memberId) => ({ memberId, status: 'present' as const })),
        advance: 'sign',
      },
      version: draft.version,
    })
    expect(changed.body.status).toBe('signed')
    expect(await cells()).toEqual(['missing 0', 'missing 0', 'kept 1'])
    const second = (
      await api.call(organizer, meetingsContract.create, {
        body: { ...body, heldOn: '2026-09-10' },
      })
    ).body
    expect(await cells()).toEqual(['awaiting-signature 0', 'missing 0', 'kept 1'])
    await api.call(organizer, meetingsContract.discard, {
      params: { id: second.id },
      version: second.version,
    })
    expect(await cells()).toEqual(['missing 0', 'missing 0', 'kept 1'])
    expect(await auditHeld(api.world.db)).toEqual([])
  })
})

describe('the same facts', () => {
  it('give the same duties on machines of four time zones', () => {
    const script = `
      import { duties, dutyCell, dutyPlan, bookedTo } from '#domain/rules/duties.ts'
      import { addDays, dayInShanghai } from '#domain/dates.ts'
      import { dueVerdict } from '#domain/duties.verdicts.ts'
      const told = []
      for (let n = 0; n < 800; n += 7) {
        const today = dayInShanghai(new Date(Date.UTC(2025, 0, 1, 15, 59) + n * 86_400_000))
        const held = [{ on: addDays(today, -40), duties: ['theme-day', 'life-meeting'], status: 'signed', enteredOn: today }]
        const organ = { kind: 'branch', branchKind: 'regular', foundedOn: '2025-03-31', closedOn: '2026-12-30', hasCommittee: true }
        for (const year of [2025, 2026]) for (const { duty, period, exempt } of dutyPlan(organ, year)) {
          const cell = dutyCell({ duty, period, exempt, held, today })
          told.push([today, duty, period, cell, dueVerdict({ duty, period, cell }, 'due', today), bookedTo(duty, held[0])])
        }
      }
      process.stdout.write(JSON.stringify(told))`
    const in_ = (TZ: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
        maxBuffer: 1e8,
      })
    const shanghai = in_('Asia/Shanghai')
    expect(shanghai.length).toBeGreaterThan(100_000)
    // Compared as booleans: a difference would print megabytes.
    for (const zone of ['UTC', 'America/New_York', 'Pacific/Kiritimati'])
      expect([zone, in_(zone) === shanghai]).toEqual([zone, true])
  })
})
