import { announcementsContract } from '#domain/announcements.contract.ts'
import { addDays, type Day } from '#domain/dates.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { said } from '#domain/errors.ts'
import type { IcsCalendar, IcsEvent } from '#domain/ics.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { grants, type Permission } from '#domain/permissions.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { actorOf, type Actor, type Door } from '#server/door.ts'
import { entriesIn } from './entries.ts'

/** Entries of one list at most; what is over is told in the calendar's description. */
const most = 500
/** Days of meetings that a calendar looks back. */
const back = 90
const refreshHours = 4

const page = { page: 1, size: most }

/** Days after its own that a meeting which was called off is still told: a calendar away from the net drops it late. */
const told = 28

/** Announced and not recorded yet; and called off, for a calendar removes only what it is told of. */
const coming = (today: Day) => [
  { states: ['open' as const], sort: 'heldOn' as const, from: addDays(today, -back) },
  { states: ['called-off' as const], sort: 'heldOn' as const, from: addDays(today, -told) },
]

/**
 * The calendar of the door's actor: what the calendar page and the workbench show of the own organs, asked of the same
 * lists under the same reach (`Door.ask`). Talks and what follows from them are not asked for, whoever it is: a
 * calendar lies on telephones.
 */
export async function calendarOf(door: Door): Promise<IcsCalendar> {
  const { language, today } = door
  const actor = actorOf(door)
  const entry = entriesIn(language)
  const events = new Map<string, IcsEvent>()
  let isCut = false
  const take = <R>(
    list: { rows: readonly R[]; total: number } | null,
    toEvent: (row: R) => IcsEvent,
  ): void => {
    if (!list) return
    isCut ||= list.total > list.rows.length
    for (const event of list.rows.map(toEvent)) events.set(event.uid, event)
  }

  for (const { organization, direct } of await ownOrgans(door, actor)) {
    const own = { organization, ...(direct && { direct: 'true' as const }) }
    const from = addDays(today, -back)
    take(await door.ask(meetingsContract.list, { ...own, from }, page), entry.meeting)
    for (const announced of coming(today))
      take(
        await door.ask(announcementsContract.list, { ...own, ...announced }, page),
        entry.announcement,
      )
    const planned = { ...own, statuses: ['planned'], sort: 'heldOn' } as const
    take(await door.ask(studiesContract.list, planned, page), entry.study)
  }
  for (const organization of answersFor(actor, 'meetings.record')) {
    for (const overdue of ['true', 'false'] as const)
      take(await door.ask(dutiesContract.due, { organization, overdue }, page), entry.duty)
  }
  const open = ['open', 'overdue'] as const
  for (const organization of answersFor(actor, 'integrity.record')) {
    const query = { organization, states: [...open] }
    take(await door.ask(integrityContract.educationFollowUps, query, page), entry.measure)
  }
  const member = actor.memberId
  if (member) {
    const from = addDays(today, -back)
    take(await door.ask(meetingsContract.list, { member, from }, page), entry.meeting)
    for (const announced of coming(today))
      take(
        await door.ask(announcementsContract.list, { mine: 'true', ...announced }, page),
        entry.announcement,
      )
    const planned = { member, statuses: ['planned'], sort: 'heldOn' } as const
    take(await door.ask(studiesContract.list, planned, page), entry.study)
    const owed = { states: [...open] }
    take(await door.ask(makeupsContract.list, { member, ...owed }, page), entry.makeup)
    take(await door.ask(integrityContract.ownResponsibilities, owed, page), entry.responsibility)
  }

  const about = said('应开的会、会议、学习活动和本人待办，按本人权限，每次读取时更新。', language)
  const cut = said(`内容较多，每类只列 ${most} 项，其余请到系统中查看。`, language)
  return {
    name: said(`六链 · ${actor.name}`, language),
    description: isCut ? `${about}\n${cut}` : about,
    today,
    refreshHours,
    // Whichever list told it first: the same content is the same text.
    events: [...events.values()].toSorted((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1,
    ),
  }
}

/** Organizations at which a role of the actor gives this permission over the subtree. */
const answersFor = (actor: Actor, permission: Permission): OrganizationId[] => [
  ...new Set(
    actor.assignments.flatMap(({ role, organizationId }) =>
      organizationId && grants[role][permission] === 'subtree'
        ? [organizationId as OrganizationId]
        : [],
    ),
  ),
]

/**
 * The organizations of the actor's roles: a branch with its groups, of a committee only what it holds itself, or the
 * calendar of its officers would be that of all branches.
 */
async function ownOrgans(door: Door, { assignments }: Actor) {
  const ids = [...new Set(assignments.flatMap(({ organizationId }) => organizationId ?? []))]
  if (ids.length === 0) return []
  const rows = await door.db
    .selectFrom('organization')
    .select(['id', 'kind'])
    .where('id', 'in', ids)
    .orderBy('path')
    .execute()
  return rows.map(({ id, kind }) => ({
    organization: id as OrganizationId,
    direct: kind === 'committee' || kind === 'general-branch',
  }))
}
