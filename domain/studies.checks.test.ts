import { describe, expect, it } from 'vitest'
import type { MemberId, OrganizationId } from './ids.ts'
import { checkStudy, type StudyFacts } from './studies.checks.ts'
import { whyNot } from './studies.states.ts'
import { studyContent, type StudyContent } from './studies.ts'

const [a, b, stranger] = [1, 2, 3].map((n) => `01890000-0000-7000-8000-00000000000${n}`) as [
  MemberId,
  MemberId,
  MemberId,
]

const mark = (memberId: MemberId, present = true, minutes: number | null = null) => ({
  memberId,
  present,
  minutes,
})

const aGuest = (minutes: number | null) => ({ name: '吴老师', capacity: null, minutes })

const content = (over: Partial<StudyContent> = {}): StudyContent => ({
  ...studyContent.parse({
    organizationId: a as string as OrganizationId,
    kind: 'training',
    topic: '窗口业务培训',
    heldOn: '2026-11-20',
    minutes: 120,
    audience: [mark(a)],
  }),
  ...over,
})

const facts = (over: Partial<StudyFacts> = {}): StudyFacts => ({
  today: '2026-11-23',
  status: 'closed',
  organ: { foundedOn: '2020-01-01', closedOn: null },
  members: new Set([a, b]),
  meetingOn: null,
  ...over,
})

const event = (places: (number | null)[], over: object = {}): StudyContent['events'][number] => ({
  name: '政策知识',
  form: 'individual',
  ranking: 'placing',
  tied: false,
  entries: places.map((place, at) => ({
    name: `选手${at}`,
    memberIds: [],
    score: null,
    place,
  })),
  ...over,
})

describe('an activity', () => {
  it.each<[string, Partial<StudyContent>, Partial<StudyFacts>, string[]]>([
    ['as it should be', {}, {}, []],
    ['planned for a day to come', { heldOn: '2026-12-01' }, { status: 'planned' }, []],
    ['with a guest named twice', { guests: [aGuest(null), aGuest(null)] }, {}, ['body.guests.1']],
    [
      'with two guests of one name, told apart by where they come from',
      { guests: [aGuest(null), { ...aGuest(null), capacity: '市委党校' }] },
      {},
      [],
    ],
    [
      'in which somebody competes who is marked as absent',
      {
        kind: 'competition',
        audience: [mark(a), mark(b, false)],
        events: [event([1], { entries: [{ name: null, memberIds: [b], score: null, place: 1 }] })],
      },
      {},
      ['body.events.0.entries.0.memberIds'],
    ],
    ['held on a day to come', { heldOn: '2026-12-01' }, { status: 'held' }, ['body.heldOn']],
    ['closed before its last day', { endsOn: '2026-11-24' }, {}, ['body.endsOn']],
    ['ending before it begins', { endsOn: '2026-11-19' }, {}, ['body.endsOn']],
    ['25 hours on one day', { minutes: 25 * 60 }, {}, ['body.minutes']],
    ['25 hours on two days', { minutes: 25 * 60, endsOn: '2026-11-21' }, {}, []],
    ['before its organization was founded', { heldOn: '2019-05-01' }, {}, ['body.heldOn']],
    ['attended by nobody', { audience: [mark(a, false)] }, {}, ['body.audience']],
    [
      'attended only by one who is not on the roster',
      { audience: [], guests: [{ name: '吴老师', capacity: null, minutes: null }] },
      {},
      [],
    ],
    [
      'with somebody twice',
      {
        audience: [mark(a), mark(a)],
      },
      {},
      ['body.audience.1'],
    ],
    [
      'with somebody who was no member that day',
      { audience: [mark(stranger)] },
      {},
      ['body.audience.0'],
    ],
    ['attended in part', { audience: [mark(a, true, 119)] }, {}, []],
    ['attended in full, said in minutes', { audience: [mark(a, true, 120)] }, {}, []],
    [
      'attended for longer than it took',
      { audience: [mark(a), mark(b, true, 121)] },
      {},
      ['body.audience.1.minutes'],
    ],
    [
      'attended in part by one who did not come',
      { audience: [mark(a), mark(b, false, 30)] },
      {},
      ['body.audience.1.minutes'],
    ],
    ['attended in part by a guest', { guests: [aGuest(119)] }, {}, []],
    [
      'attended by a guest for longer than it took',
      { guests: [aGuest(null), { ...aGuest(121), capacity: '市委党校' }] },
      {},
      ['body.guests.1.minutes'],
    ],
    [
      'attended in part by a guest before it was held',
      { guests: [aGuest(30)] },
      { status: 'planned' },
      ['body.guests.0.minutes'],
    ],
    [
      'attended in part before it was held',
      { audience: [mark(a, true, 30)] },
      { status: 'planned' },
      ['body.audience.0.minutes'],
    ],
    ['a lecture without a lecturer', { kind: 'lecture' }, {}, ['body.lecturerId']],
    ['a lecture by somebody from outside', { kind: 'lecture', lecturerName: '党校教师' }, {}, []],
    ['two lecturers', { lecturerId: a, lecturerName: '党校教师' }, {}, ['body.lecturerName']],
    ['linked to a meeting of another day', {}, { meetingOn: '2026-11-19' }, ['body.meetingId']],
    ['a training with events', { events: [event([1])] }, {}, ['body.events']],
    ['a competition without events, held', { kind: 'competition' }, { status: 'held' }, []],
    ['a competition without events, closed', { kind: 'competition' }, {}, ['body.events']],
    [
      'three firsts that are no tie',
      { kind: 'competition', events: [event([1, 1, 1])] },
      {},
      ['body.events.0.tied'],
    ],
    [
      'three firsts that tied',
      { kind: 'competition', events: [event([1, 1, 1], { tied: true })] },
      {},
      [],
    ],
    [
      'a place left out, while only held',
      { kind: 'competition', events: [event([1, null])] },
      { status: 'held' },
      [],
    ],
    [
      'a place left out',
      { kind: 'competition', events: [event([1, null])] },
      {},
      ['body.events.0.entries.1.place'],
    ],
    [
      'a team without a name',
      {
        kind: 'competition',
        events: [
          event([1], {
            form: 'team',
            entries: [{ name: null, memberIds: [a, b], score: null, place: 1 }],
          }),
        ],
      },
      {},
      ['body.events.0.entries.0.name'],
    ],
    [
      'one person twice in an event',
      {
        kind: 'competition',
        events: [
          event([], {
            entries: [1, 2].map((place) => ({ name: null, memberIds: [a], score: null, place })),
          }),
        ],
      },
      {},
      ['body.events.0.entries.1.memberIds'],
    ],
  ])('%s', (_, over, against, expected) => {
    expect(Object.keys(checkStudy(content(over), facts(against)))).toEqual(expected)
  })
})

describe('planned → held → closed', () => {
  it.each([
    ['change', [true, true, false]],
    ['discard', [true, false, false]],
    ['close', [false, true, false]],
    ['reopen', [false, true, true]],
  ] as const)('%s', (move, expected) => {
    const states = ['planned', 'held', 'closed'] as const
    expect(states.map((status) => whyNot(move, status) === null)).toEqual(expected)
  })
})
