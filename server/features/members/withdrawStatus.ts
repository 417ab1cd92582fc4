import { sql, type Selectable } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { addDays } from '#domain/dates.ts'
import { problem } from '#domain/errors.ts'
import type { membersContract } from '#domain/members.contract.ts'
import type { MemberDetail } from '#domain/members.ts'
import { markMembers } from '#server/counts/recount/mark.ts'
import type { Tables } from '#server/db/tables.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { detail } from './detail.ts'
import { lockedMembers, runningState, settle } from './status.ts'

type State = Selectable<Tables['member_state']>

/** The posts that come back may open the talks: nobody gives them to themselves (`checkNotOwn` of `organizations/posts.ts`). */
const notOwn = '不能撤回自己的变更，请由其他党务专干或上级党组织办理'

/**
 * What was recorded last was a mistake, its day perhaps: the state before it goes on as if nothing had been recorded,
 * with the posts that ended with it. The log keeps what it said and why it was taken back.
 *
 * @throws state where there is nothing to go back to, or something rests on it
 */
export async function withdrawStatus(
  door: Door,
  { params, body }: Received<(typeof membersContract)['withdrawStatus']>,
): Promise<MemberDetail> {
  const [member] = await lockedMembers(door, [params.id])
  if (!member) throw problem('not_found')
  if (member.id === actorOf(door).memberId) throw problem('state', { params: { reason: notOwn } })
  if (member.version !== door.version) expectVersion(door, await detail(door, params.id))
  const state = await runningState(door, member.id)
  const before = await stateBefore(door, state)
  const hasBegun = state.valid_from <= door.today
  if (hasBegun && state.receipt_on)
    throw problem('state', { params: { reason: '组织关系已凭回执接收，不能撤回' } })
  await sql`select lock_returning(${member.id}::uuid, ${state.valid_from}::date, ${before.organization_id}::uuid)`.execute(
    door.db,
  )
  if (before.organization_id !== state.organization_id) await checkOpen(door, before)

  // While it still tells where the member stood by it.
  await markMembers(door.db, [member.id])
  await door.db.deleteFrom('member_state').where('id', '=', state.id).execute()
  await door.db
    .updateTable('member_state')
    .set({ valid_to: null })
    .where('id', '=', before.id)
    .execute()
  if (hasBegun) await forgetDays(door, state, before)
  await sql`select return_posts(${member.id}::uuid, ${state.valid_from}::date)`.execute(door.db)
  await settle(door, [member.id], before.valid_from)
  const {
    organization_id: organizationId,
    valid_from: on,
    stage,
    standing,
    rights,
    relation,
  } = state
  door.note({
    organizationId,
    detail: { ...body, on, stage, standing, rights, relation },
  })
  return detail(door, params.id)
}

async function stateBefore(door: Door, { member_id, valid_from }: State): Promise<State> {
  const found = await door.db
    .selectFrom('member_state')
    .selectAll()
    .where('member_id', '=', member_id)
    .where('valid_from', '<', valid_from)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  // Who entered with it, or came from where the actor sees nothing.
  if (found?.valid_to !== addDays(valid_from, -1))
    throw problem('state', {
      params: { reason: '没有可以撤回的变更：已是入册时的情况，或变更之前不在您的管理范围内' },
    })
  return found
}

/** Nobody is put back where nobody can be; it is locked, so that it is not closed before this is done. */
async function checkOpen(door: Door, { organization_id: id }: State): Promise<void> {
  const place = await door.db
    .selectFrom('organization')
    .select(['name', 'closed_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!place || place.closed_on)
    throw problem('state', { params: { reason: `${place?.name ?? '—'} 已撤销，不能回到那里` } })
}

/**
 * The days that the state gave the record when it began (`applyStates`), of a stage that it brought; and the stage, or
 * `applyStates` would take going back to it for its first day.
 */
async function forgetDays(door: Door, state: State, before: State): Promise<void> {
  if (state.stage === before.stage) return
  const { valid_from: on, full_on: full } = state
  await sql`
    update member set
      stage = ${before.stage},
      joined_on = case when ${state.stage} = 'probationary' and joined_on = ${on}::date then null else joined_on end,
      full_on = case when ${state.stage} = 'full' and full_on = coalesce(${full}::date, ${on}::date) then null else full_on end
    where id = ${state.member_id}`.execute(door.db)
}
