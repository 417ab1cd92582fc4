import { expect, it } from 'vitest'
import { en } from '#locales/en.ts'
import { zh } from '#locales/zh.ts'
import { detailOf } from './audit.ts'

const seat = { post: 'secretary', memberId: 'm1' }

it('says what an election did in words: the post, whose it is, from when to when', () => {
  const detail = {
    began: [seat, { post: 'officer', memberId: 'm2' }],
    ended: [{ id: 'p1', ...seat }],
    daysBefore: [
      { id: 'p1', ...seat, startedOn: '2024-01-10', endedOn: '2026-12-31' },
      // As it was logged until now.
      { id: 'p2', startedOn: '2026-11-22', endedOn: null },
    ],
  }
  const told = (action: string, text: typeof zh) =>
    detailOf({ action, detail }, text, false).rest.map(({ label, value }) => `${label}: ${value}`)
  expect(told('term.started', zh)).toEqual([
    '新任: 书记 m1、委员 m2',
    '离任: 书记 m1',
    '原登记的任职日期: 书记 m1 2024-01-10—2026-12-31、p2 2026-11-22 起',
  ])
  expect(told('term.corrected', zh).slice(0, 2)).toEqual([
    '随更正调整的任职: 书记 m1、委员 m2',
    '随更正调整的离任: 书记 m1',
  ])
  expect(told('term.started', en)[2]).toContain('2024-01-10 to 2026-12-31')
  expect(detailOf({ action: 'post.ended', detail: seat }, zh, false).rest[0]?.value).toBe('书记')
})
