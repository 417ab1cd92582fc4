import type { MemberId, OrganizationId } from '#domain/ids.ts'
import type { Attendee, Roster, RosterEntry } from '#domain/meetings.ts'
import { rosterOf } from '#domain/meetings.rules.ts'
import type { BranchPerson } from '#domain/meetings.rules.ts'
import { branchAt, nameAt, organizationIdOf, planOf, rootKey } from './bureau.ts'
import type { MeetingPlan } from './calendar.ts'
import { memberIdOf } from './members.ts'
import { people, personOf } from './people.ts'
import { developments } from './places.ts'
import { elections, postsAt } from './posts.ts'
import { randomOf } from './random.ts'
import { inRosterOrder } from './roster.ts'
import { spanAt } from './spans.ts'
import * as phrases from './texts/phrases.ts'

/** Everybody on the rolls of a branch on a day, of the committee whoever holds a post, as the server would read them. */
function peopleOf(organ: string, day: string): BranchPerson[] {
  const posts = postsAt(organ, day)
  const place = (who: string) => posts.findIndex((post) => post.who === who)
  return people
    .flatMap(({ key }) => {
      const span = spanAt(key, day)
      const there =
        organ === rootKey ? place(key) >= 0 : span && branchAt(span.place, day) === organ
      return span && there ? [{ key, span }] : []
    })
    .toSorted((a, b) => (organ === rootKey ? place(a.key) - place(b.key) : inRosterOrder(a, b)))
    .map(({ key, span }) => ({
      memberId: memberIdOf(key) as MemberId,
      name: personOf(key).name,
      organizationId: organizationIdOf(span.place) as OrganizationId,
      organizationName: nameAt(span.place, day),
      stage: span.stage,
      standing: span.standing,
      rights: span.rights,
      relation: span.relation,
      posts: posts.filter(({ who }) => who === key).map(({ post }) => post),
    }))
}

const keyById = new Map(people.map(({ key }) => [memberIdOf(key), key]))

/** The member behind an id of a roster. */
export function keyOf(id: string): string {
  const key = keyById.get(id)
  if (!key) throw new RangeError(`nobody is ${id}`)
  return key
}

export interface Sitting {
  people: readonly BranchPerson[]
  roster: Roster
  marks: Attendee[]
  chair: string
  recorder: string
}

/** Who should have come, who did, who chaired and who wrote. */
export function sitting(plan: MeetingPlan): Sitting {
  const branch = branchAt(plan.organization, plan.heldOn)
  const { kind } = planOf(plan.organization)
  const everybody = peopleOf(branch, plan.heldOn)
  const roster = rosterOf(
    everybody,
    { id: organizationIdOf(plan.organization), kind },
    plan.types,
    plan.heldOn,
  )
  const [chair, recorder] = officeHolders(plan, roster.entries)
  const marks = roster.entries.flatMap(({ memberId, hasVote }): Attendee[] => {
    const key = keyOf(memberId)
    if (key === chair || key === recorder) return []
    return markOf(plan, key, memberId, hasVote)
  })
  return { people: everybody, roster, marks: withWritten(plan, roster, marks), chair, recorder }
}

/** The head of the organ chairs, or whoever stands next; another of its officers writes. */
function officeHolders(
  { organization, heldOn, key }: MeetingPlan,
  entries: readonly RosterEntry[],
): [string, string] {
  const there = new Set(entries.map(({ memberId }) => keyOf(memberId)))
  const holders = [...new Set(postsAt(organization, heldOn).map(({ who }) => who))].filter((who) =>
    there.has(who),
  )
  const random = randomOf(`recorder:${key}`)
  const others = [...there].filter((who) => !holders.includes(who))
  const [chair = others[0], next] = holders
  const recorder = next ?? random.pick(others.length > 1 ? others.slice(0, 4) : others)
  if (!chair || !recorder) throw new RangeError(`${key} has nobody to hold it`)
  return [chair, chair === recorder ? (others.find((who) => who !== chair) ?? recorder) : recorder]
}

const mustBeFull = ({ organization, heldOn }: MeetingPlan): boolean =>
  elections.some(({ branch, on }) => branch === organization && on === heldOn)

function markOf(plan: MeetingPlan, key: string, memberId: MemberId, hasVote: boolean): Attendee[] {
  const random = randomOf(`attendance:${plan.key}:${key}`)
  const { generation } = personOf(key)
  const span = spanAt(key, plan.heldOn)
  const mark = (status: 'leave' | 'absent', reason: string): Attendee[] => [
    { memberId, status, reason, writtenOpinion: false },
  ]
  if (span?.lost) return mark('absent', '失去联系')
  if (span?.relation === 'moving-out') return mark('leave', '组织关系转出在途，已在新单位报到')
  if (span?.mobile && random.chance(0.85)) return mark('leave', '流出党员，参加居住地组织生活')
  const usual =
    generation === 'elder' ? 0.78 : plan.types.includes('committee-meeting') ? 0.93 : 0.91
  const share = plan.presence ?? (mustBeFull(plan) ? 0.96 : usual)
  if (random.chance(share)) return []
  if (random.chance(hasVote ? 0.13 : 0.05))
    return mark('absent', random.pick(phrases.absentReasons))
  return mark(
    'leave',
    random.pick(generation === 'elder' ? phrases.elderLeave : phrases.leaveReasons),
  )
}

/** Before a vote on a new member, one or two of those away gave their opinion in writing. */
function withWritten(
  { organization, heldOn, key }: MeetingPlan,
  roster: Roster,
  marks: readonly Attendee[],
): Attendee[] {
  if (!developments.some(({ branch, on }) => branch === organization && on === heldOn))
    return [...marks]
  const voters = new Set<string>(
    roster.entries.filter(({ hasVote }) => hasVote).map(({ memberId }) => memberId),
  )
  const able = marks.filter(({ memberId, status }) => voters.has(memberId) && status === 'leave')
  const chosen = new Set(
    randomOf(`written:${key}`)
      .sample(able, 2)
      .map(({ memberId }) => memberId),
  )
  return marks.map((mark) => (chosen.has(mark.memberId) ? { ...mark, writtenOpinion: true } : mark))
}
