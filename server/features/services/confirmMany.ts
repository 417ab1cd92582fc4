import { sql } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import type { servicesContract } from '#domain/services.contract.ts'
import { said } from '#domain/errors.ts'
import { whyNotConfirmTogether } from '#domain/services.states.ts'
import { actorOf, eventOf, type Door } from '#server/door.ts'
import { countServices } from './counts.ts'
import { storedRows } from './record.ts'

type Contract = typeof servicesContract
type Refused = Returned<Contract['confirmMany']>['refused'][number]

const changed = '刚被别人办理或修改过，请看最新内容'

/** A page at once: those that can be confirmed are, each of the others says why not. */
export async function confirmMany(
  door: Door,
  { body }: Received<Contract['confirmMany']>,
): Promise<Returned<Contract['confirmMany']>> {
  const { accountId, memberId } = actorOf(door)
  const wanted = new Map(body.records.map(({ id, version }) => [id as string, version]))
  const ids = [...wanted.keys()]
  const say = (sentence: string) => said(sentence, door.language)
  const event = JSON.stringify([eventOf(door, 'confirmed')])
  const { rows: done } = await sql<{ id: string }>`
    update service_record s set state = 'confirmed', return_reason = null, confirmed_by = ${accountId}, confirmed_at = ${door.now},
      events = s.events || ${event}::jsonb, version = s.version + 1
    from unnest(${ids}::uuid[], ${[...wanted.values()]}::int[]) as w (id, version)
    where s.id = w.id and s.version = w.version and s.state = 'logged'
      and s.member_id is distinct from ${memberId}::uuid
    returning s.id`.execute(door.db)
  const confirmed = new Set(done.map(({ id }) => id))
  const rows = await storedRows(door, ids)
  const kept = rows.filter(({ id }) => confirmed.has(id))
  await countServices(door, kept, 1)
  const refused = rows
    .filter(({ id }) => !confirmed.has(id))
    .map((row): Refused => {
      const { id, version } = row
      if (version !== wanted.get(id)) return { id, code: 'version_conflict', reason: say(changed) }
      return {
        id,
        code: 'state',
        reason: say(whyNotConfirmTogether(row, memberId) ?? changed),
      }
    })
  return { confirmed: kept.map(({ id }) => id), refused }
}
