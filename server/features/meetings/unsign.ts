import { sql } from 'kysely'
import { problem } from '#domain/errors.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import type { Door } from '#server/door.ts'
import { countSigned } from './counts.ts'
import { asDraft } from './moves.ts'
import { putMeeting } from './write.ts'

/**
 * 撤回审签: what was signed too soon is a draft again, counts no longer and is owed no 补学. Not once anything was made
 * of it: a make-up that is done, a correction, a nomination, a term or a 警示教育 that refers to it
 * and was not withdrawn.
 * @throws state
 */
export async function unsign(door: Door, record: MeetingRecord, reason: string): Promise<void> {
  await putMeeting(door, record, {
    ...asDraft(reason),
    signed_by: null,
    signed_by_name: null,
    signed_at: null,
  })
  // After the record is this one's: who refers to it holds it until then, or finds a draft.
  const because = await whatFollowed(door, record)
  if (because) throw refusal(because)
  await countSigned(door, record, -1)
  const { db } = door
  await db
    .deleteFrom('makeup')
    .where('meeting_id', '=', record.id)
    .where('done_on', 'is', null)
    .execute()
  // Confirmed since it was read.
  const left = await db
    .selectFrom('makeup')
    .select('id')
    .where('meeting_id', '=', record.id)
    .executeTakeFirst()
  if (left) throw refusal(madeUp)
}

const madeUp = '已有党员补学，不能撤回审签，只能更正'
const refusal = (reason: string) => problem('state', { params: { reason } })

async function whatFollowed(door: Door, record: MeetingRecord): Promise<string | null> {
  if (record.makeups.some(({ doneOn }) => doneOn !== null)) return madeUp
  if (record.corrections.length > 0) return '记录已有更正，不能撤回审签'
  const { rows } = await sql<{ nominated: boolean; elected: boolean; educated: boolean }>`
    select exists (select 1 from nomination n where n.meeting_id = ${record.id} and n.status <> 'withdrawn') as nominated,
      exists (select 1 from term t where t.meeting_id = ${record.id}) as elected,
      exists (select 1 from warning_education w where w.meeting_id = ${record.id} and w.withdrawn_at is null) as educated`.execute(
    door.db,
  )
  if (rows[0]?.nominated) return '已有表彰推荐以这次会议的决议为依据，不能撤回审签，只能更正'
  if (rows[0]?.elected) return '已由这次会议登记换届，不能撤回审签，只能更正'
  return rows[0]?.educated ? '已由这次会议登记警示教育，不能撤回审签，只能更正' : null
}
