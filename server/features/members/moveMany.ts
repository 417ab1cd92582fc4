import type { Received, Returned } from '#domain/contract.ts'
import { Problem, problem, type ProblemFields } from '#domain/errors.ts'
import type { membersContract } from '#domain/members.contract.ts'
import { isGone, type Standing } from '#domain/rules/membership.ts'
import type { Door } from '#server/door.ts'
import { writeAudit } from '#server/http/auditRow.ts'
import { placeOn } from './place.ts'
import { beginState, checkAhead, lockedMembers, settle } from './status.ts'

type Contract = typeof membersContract
type Wanted = Received<Contract['moveMany']>['body']['members'][number]
type Locked = Awaited<ReturnType<typeof lockedMembers>>[number]

/**
 * Several to one place on one day, for a new group, a split or a merge: all of them, or nobody and each who cannot
 * be moved is named with the reason. For each it is a change of status as if it were made alone, in the log too.
 *
 * @throws invalid at `body.members.0` and so on
 */
export async function moveMany(
  door: Door,
  { body }: Received<Contract['moveMany']>,
): Promise<Returned<Contract['moveMany']>> {
  const { members: wanted, ...move } = body
  const { organizationId, on } = move
  checkAhead(door, on)
  await placeOn(door, organizationId, on)
  const ids = [...new Set(wanted.map(({ id }) => id))]
  const found = new Map((await lockedMembers(door, ids)).map((one) => [one.id, one]))
  if (found.size < ids.length) throw problem('not_found')

  const refused: ProblemFields = {}
  for (const [at, one] of wanted.entries()) {
    const member = found.get(one.id)
    const why = member && (await moveOne(door, member, one, move))
    if (why) refused[`body.members.${at}`] = `${member.name}：${why}`
  }
  if (Object.keys(refused).length > 0) throw problem('invalid', { fields: refused })

  await settle(door, ids, on)
  for (const id of ids)
    await writeAudit(
      door,
      { target: { kind: 'member', id }, organizationId, detail: move },
      'member.status-changed',
      null,
      null,
    )
  door.note({ organizationId, detail: { ...move, members: ids.length } })
  return { moved: ids.length }
}

/** Moves one; answers why not, where that cannot be. */
async function moveOne(
  door: Door,
  member: Locked,
  { version }: Wanted,
  move: Parameters<typeof beginState>[2],
): Promise<string | null> {
  if (isGone(member.standing as Standing)) return '已不在册'
  if (member.version !== version) return '刚被别人办理或修改过，请看最新内容'
  if (member.organization_id === move.organizationId) return '已在该组织'
  try {
    await beginState(door, member, move)
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { fields, params } = error.options
    const [said] = Object.values(fields ?? params ?? {})
    return String(said)
  }
}
