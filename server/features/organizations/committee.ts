import { sql, type RawBuilder } from 'kysely'
import { addDays, type Day } from '#domain/dates.ts'
import type { Returned } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { PostKind } from '#domain/organizations.ts'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import type { Door } from '#server/door.ts'
import { card } from './card.ts'
import type { Organization } from './checks.ts'
import { checkSeat, single, type Seat } from './posts.ts'

type Contract = typeof organizationsContract

interface Held {
  id: string
  post: PostKind
  memberId: string
  name: string
  startedOn: Day
  endedOn: Day | null
}

interface Election {
  startedOn: Day
  committee: readonly Seat[]
  seen: readonly string[]
}

/** What the log says of it: who, in which post; of days that were entered before and are others now, what they were. */
interface Elected {
  began: Seat[]
  ended: Named[]
  daysBefore: (Named & Pick<Held, 'startedOn' | 'endedOn'>)[]
}

/** A post as the log names it: the post and whose it is, by id. */
type Named = Pick<Held, 'id' | 'post' | 'memberId'>
const named = ({ id, post, memberId }: Held): Named => ({ id, post, memberId })

const keyOf = ({ post, memberId }: Seat): string => `${post} ${memberId}`

/**
 * The committee as it was elected on a day: who goes on in a post keeps it, whoever holds one and is not among the
 * elected left it the day before, whatever later day was entered, the others hold theirs from that day. A post that was
 * over before today is no form's to see: it keeps the day on which it was said to have ended.
 *
 * @throws version_conflict where others are in office than were seen, invalid at `body.committee.0.memberId` and so on
 */
export async function electCommittee(
  door: Door,
  organization: Organization,
  { startedOn, committee, seen }: Election,
): Promise<Elected> {
  const held = await lockedPosts(
    door,
    organization.id,
    sql`p.ended_on is null or p.ended_on >= ${startedOn}`,
  )
  await checkSeen(door, organization.id, held, seen)
  const elected = await checkCommittee(door, organization, committee)
  const leaving = held.filter((one) => !elected.has(keyOf(one)) && isHeld(one, door.today))
  const late = leaving.find((one) => one.startedOn >= startedOn)
  if (late)
    throw invalid(
      'body.startedOn',
      `${late.name} 的职务自 ${late.startedOn} 起，不早于当选日期；登记有误的请先撤销登记`,
    )
  for (const one of leaving) await putDays(door, { ...one, endedOn: addDays(startedOn, -1) })
  const corrected = leaving.filter(({ endedOn }) => endedOn !== null)
  const begun: Seat[] = []
  for (const seat of committee) {
    const own = held.filter((one) => keyOf(one) === keyOf(seat))
    if (own.length === 0) begun.push(seat)
    const goesOn = own.some(({ endedOn }) => endedOn === null)
    for (const [at, one] of own.entries()) {
      const days = {
        startedOn: at === 0 && one.startedOn > startedOn ? startedOn : one.startedOn,
        endedOn: !goesOn && at === own.length - 1 ? null : one.endedOn,
      }
      if (days.startedOn === one.startedOn && days.endedOn === one.endedOn) continue
      await putDays(door, { ...one, ...days })
      corrected.push(one)
    }
  }
  if (begun.length > 0)
    await door.db
      .insertInto('post')
      .values(
        begun.map(({ post, memberId }) => ({
          id: newId(),
          organization_id: organization.id,
          member_id: memberId,
          post,
          started_on: startedOn,
          ended_on: null,
        })),
      )
      .execute()
  await markOrganizations(door.db, [organization.id])
  return {
    began: begun,
    ended: leaving.map(named),
    daysBefore: corrected.map((one) => ({
      ...named(one),
      startedOn: one.startedOn,
      endedOn: one.endedOn,
    })),
  }
}

/** The organization's posts of which that holds, oldest first. */
async function lockedPosts(
  door: Door,
  organizationId: string,
  which: RawBuilder<unknown>,
): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select p.id, p.post, p.member_id as "memberId", coalesce(m.name, '—') as name, p.started_on as "startedOn",
      p.ended_on as "endedOn"
    from post p left join member m on m.id = p.member_id
    where p.organization_id = ${organizationId} and (${which})
    order by p.started_on, p.id for update of p`.execute(door.db)
  return rows
}

/** What was elected, by `keyOf`. @throws invalid at the line */
async function checkCommittee(
  door: Door,
  organization: Organization,
  committee: readonly Seat[],
): Promise<Set<string>> {
  const elected = new Set<string>()
  for (const [index, seat] of committee.entries()) {
    const at = `body.committee.${index}`
    if (elected.has(keyOf(seat))) throw invalid(`${at}.memberId`, '同一人同一职务只填一次')
    const name = single[seat.post]
    if (name && committee.some((one, other) => other < index && one.post === seat.post))
      throw invalid(`${at}.post`, `${name}只能有一人`)
    elected.add(keyOf(seat))
    await checkSeat(door, organization, seat, at)
  }
  return elected
}

const isHeld = ({ endedOn }: Held, today: Day): boolean => endedOn === null || endedOn >= today

const putDays = (
  door: Door,
  { id, startedOn, endedOn }: Pick<Held, 'id' | 'startedOn' | 'endedOn'>,
) =>
  sql`
    update post set started_on = ${startedOn}, ended_on = ${endedOn}, version = version + 1 where id = ${id}`.execute(
    door.db,
  )

/**
 * Whoever was appointed since the card was read is missing among the elected without anybody having said so.
 *
 * @throws version_conflict with the card of now
 */
async function checkSeen(
  door: Door,
  organizationId: string,
  held: readonly Held[],
  seen: readonly string[],
): Promise<void> {
  const known = new Set(seen)
  const inOffice = held.filter((one) => isHeld(one, door.today))
  const added = inOffice.filter(({ id }) => !known.has(id))
  if (added.length === 0 && known.size === inOffice.length) return
  const sentence =
    added.length > 0
      ? `填写期间新登记了 ${added.map(({ name }) => name).join('、')} 的职务，请核对名单后再提交`
      : '填写期间有人离任或撤销了登记，请核对名单后再提交'
  throw problem('version_conflict', {
    fields: { 'body.seen': sentence },
    detail: await card(door, organizationId),
  })
}

/**
 * The day of an election put right: what began with it begins on the new day, what ended on its eve on the new eve.
 * Answers the posts that were moved.
 *
 * @throws invalid at `body.startedOn` where one would end before it began
 */
export async function moveElected(
  door: Door,
  organizationId: string,
  { from, to }: { from: Day; to: Day },
): Promise<{ began: Named[]; ended: Named[] }> {
  const eve = addDays(from, -1)
  const rows = await lockedPosts(
    door,
    organizationId,
    sql`p.started_on = ${from} or p.ended_on = ${eve}`,
  )
  for (const one of rows) {
    const startedOn = one.startedOn === from ? to : one.startedOn
    const endedOn = one.endedOn === eve ? addDays(to, -1) : one.endedOn
    if (endedOn !== null && endedOn < startedOn)
      throw invalid(
        'body.startedOn',
        `更正后 ${one.name} 的职务将在任职之前结束（${startedOn} 任职，${endedOn} 离任），登记有误的请先撤销登记`,
      )
    await putDays(door, { id: one.id, startedOn, endedOn })
  }
  if (rows.length > 0) await markOrganizations(door.db, [organizationId])
  return {
    began: rows.filter(({ startedOn }) => startedOn === from).map(named),
    ended: rows.filter(({ endedOn }) => endedOn === eve).map(named),
  }
}

/** Signed meetings of the last year in which the organization elected. */
export async function electionsOf(
  door: Door,
  organizationId: string,
): Promise<Returned<Contract['elections']>> {
  const { rows } = await sql<Returned<Contract['elections']>[number]>`
    select id, title, held_on as "heldOn" from meeting
    where organization_id = ${organizationId} and status in ('signed', 'archived') and held_on > ${addDays(door.today, -366)}
      and resolutions @> '[{"kind": "election"}]'
    order by held_on desc, id desc limit 20`.execute(door.db)
  return rows
}

/** Until the transaction ends nobody takes the signature of that meeting back. */
export async function holdMeeting(door: Door, id: string): Promise<void> {
  await door.db.selectFrom('meeting').select('id').where('id', '=', id).forShare().execute()
}

/** @throws invalid where it is not one of them */
export async function checkElection(
  door: Door,
  organizationId: string,
  meetingId: string,
): Promise<void> {
  const found = await electionsOf(door, organizationId)
  if (!found.some(({ id }) => id === meetingId))
    throw invalid('body.meetingId', '请选择本组织近一年已审签的选举会议')
}
