import { expect, test } from 'vitest'
import type { MeetingType, Resolution } from './meetings.ts'
import { missingParts, notBegun, topicsOf } from './meetings.complete.ts'

const whole = {
  types: ['general-meeting'] as MeetingType[],
  endedAt: '10:30',
  agenda: ['学习党章'],
  minutes: '集体学习。',
  lecturer: null,
  speeches: [],
  resolutions: [] as Resolution[],
}
const decided: Resolution = {
  title: '通过四季度工作计划',
  text: '',
  kind: 'ordinary',
  subjectMemberId: null,
  secretBallot: false,
  yes: 8,
  no: 0,
  abstain: 0,
  written: 0,
}
const development = { ...decided, title: '同意接收某同志为预备党员', kind: 'development' as const }
const speech = { speaker: '王芳', text: '同意。', dissent: false }

test.each<[string, Partial<typeof whole> & object, string[]]>([
  ['everything said', {}, []],
  ['§3.3 time: no end', { endedAt: undefined }, ['endedAt']],
  ['§3.3 议题: none', { agenda: [] }, ['agenda']],
  ['§3.3 议题: a resolution names its own', { agenda: [], resolutions: [decided] }, []],
  ['§3.3 speeches and 决议: nothing was said', { minutes: '' }, ['minutes']],
  ['§3.3 a resolution is content', { minutes: '', resolutions: [decided] }, []],
  ['§3.3 a speech is content', { minutes: '', speeches: [speech] as never }, []],
  [
    '党课: who lectured on the topic is content',
    { types: ['party-lecture'], minutes: '', lecturer: '李强' as never },
    [],
  ],
  [
    'a lecturer left over from another type is none',
    { minutes: '', lecturer: '李强' as never },
    ['minutes'],
  ],
  [
    '2026 细则 Art. 21: a development without 主要表现',
    { resolutions: [decided, development] },
    ['resolutions.1.text'],
  ],
  [
    '2026 细则 Art. 21: a development with it',
    { resolutions: [{ ...development, text: '学习认真。' }] },
    [],
  ],
])('%s', (_, over, fields) => {
  expect(missingParts({ ...whole, ...over }).map(({ field }) => field)).toEqual(fields)
})

test('the topics are the agenda, or what was decided', () => {
  expect(topicsOf({ agenda: ['学习'], resolutions: [decided] })).toEqual(['学习'])
  expect(topicsOf({ agenda: [], resolutions: [decided] })).toEqual(['通过四季度工作计划'])
})

test.for([
  ['2026-11-23', '14:59', true],
  ['2026-11-23', '15:00', true],
  ['2026-11-23', '15:01', false],
  ['2026-11-22', '23:59', true],
] as const)(
  'at three in Shanghai a meeting of %s %s has begun: %s',
  ([heldOn, startedAt, begun]) => {
    const fields = notBegun({ heldOn, startedAt }, new Date('2026-11-23T07:00:30Z'))
    expect(Object.keys(fields)).toEqual(begun ? [] : ['body.startedAt'])
  },
)
