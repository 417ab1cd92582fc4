import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupRound, type GroupMeeting, type GroupStretch } from './groupRounds.ts'

const stretch = (groupId: string, from = '2020-01-01', to: string | null = null): GroupStretch => ({
  groupId,
  name: `${groupId}组`,
  from,
  to,
})
const meeting = (groupId: string, on: string, more: Partial<GroupMeeting> = {}): GroupMeeting => ({
  groupId,
  on,
  counted: true,
  prompt: true,
  ...more,
})
const three = ['甲', '乙', '丙'].map((name) => stretch(name))

describe('支部工作条例 第十七条: 组织生活会 held as group meetings', () => {
  it('is held when every group has, whenever each did', () => {
    const all = [
      meeting('甲', '2026-11-03'),
      meeting('乙', '2026-12-20'),
      meeting('丙', '2027-02-01'),
    ]
    expect(groupRound(three, all)).toEqual({
      held: 3,
      missing: [],
      counts: { held: 1, prompt: 1, awaiting: 0 },
    })
  })

  it('is not held in part, and says by whom not', () => {
    expect(groupRound(three, [meeting('乙', '2026-11-03'), meeting('乙', '2026-12-03')])).toEqual({
      held: 1,
      missing: ['甲组', '丙组'],
      counts: { held: 0, prompt: 0, awaiting: 0 },
    })
    expect(groupRound(three, [])).toBeNull()
  })

  it.each<[string, GroupStretch]>([
    ['founded after the last was held', stretch('丁', '2026-12-21')],
    ['closed before it', stretch('丁', '2020-01-01', '2026-12-19')],
  ])('does not ask a group that was %s', (_, fourth) => {
    const all = [
      meeting('甲', '2026-11-03'),
      meeting('乙', '2026-12-20'),
      meeting('丙', '2026-11-05'),
    ]
    expect(groupRound([...three, fourth], all)?.counts.held).toBe(1)
    // One that stood there on the very day is asked.
    const there = [...three, stretch('丁', '2026-12-20', '2026-12-20')]
    expect(groupRound(there, all)).toMatchObject({ missing: ['丁组'], counts: { held: 0 } })
  })

  it('waits for its signature when only that is wanting, and is late when one of them was entered late', () => {
    const drafts = [
      meeting('甲', '2026-11-03'),
      meeting('乙', '2026-11-04', { counted: false }),
      meeting('丙', '2026-11-05'),
    ]
    expect(groupRound(three, drafts)).toEqual({
      held: 2,
      missing: ['乙组'],
      counts: { held: 0, prompt: 0, awaiting: 1 },
    })
    const unsigned = drafts.map((one) => ({ ...one, counted: false }))
    expect(groupRound(three, unsigned)).toMatchObject({
      held: 0,
      missing: ['甲组', '乙组', '丙组'],
      counts: { held: 0, awaiting: 1 },
    })
    const late = drafts.map((one) => ({ ...one, counted: true, prompt: one.groupId !== '丙' }))
    expect(groupRound(three, late)?.counts).toEqual({ held: 1, prompt: 0, awaiting: 0 })
    const again = [...late, meeting('丙', '2026-11-06')]
    expect(groupRound(three, again)?.counts.prompt).toBe(1)
  })

  it('is never held while a group stands there the whole time without one', () => {
    const names = ['甲', '乙', '丙', '丁']
    const anyMeeting = fc.record({
      groupId: fc.constantFrom(...names),
      on: fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`),
      counted: fc.boolean(),
      prompt: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyMeeting, { minLength: 1, maxLength: 9 }), (held) => {
        const round = groupRound(
          names.map((name) => stretch(name)),
          held,
        )
        const done = new Set(held.filter(({ counted }) => counted).map(({ groupId }) => groupId))
        expect(round?.counts.held).toBe(done.size === names.length ? 1 : 0)
        expect(round?.missing).toEqual(
          names.filter((name) => !done.has(name)).map((name) => `${name}组`),
        )
        expect(round?.held).toBe(done.size)
      }),
    )
  })
})
