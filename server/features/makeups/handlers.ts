import { invalid, problem } from '#domain/errors.ts'
import { makeupsContract } from '#domain/meetings.contract.ts'
import { actorOf, expectVersion } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { findMakeup, listMakeups } from './queries.ts'

/** 补学 of those who missed a meeting; the tasks come with 审签 (`meetings/moves.ts`). */
export const makeups = implement(makeupsContract, {
  list: (door, { query }) => listMakeups(door, query),

  confirm: async (door, { params, body }) => {
    const makeup = await findMakeup(door, params.id)
    expectVersion(door, makeup)
    if (makeup.doneOn) throw problem('state', { params: { reason: '补学已经确认' } })
    if (body.doneOn < makeup.heldOn) throw invalid('body.doneOn', '补学日期不能早于会议日期')
    if (body.doneOn > door.today) throw invalid('body.doneOn', '补学日期不能晚于今天')
    const confirmed = await door.db
      .updateTable('makeup')
      .set({
        done_on: body.doneOn,
        how: body.how,
        confirmed_by: actorOf(door).accountId,
        version: makeup.version + 1,
      })
      .where('id', '=', makeup.id)
      .where('version', '=', makeup.version)
      .executeTakeFirst()
    const current = await findMakeup(door, makeup.id)
    if (confirmed.numUpdatedRows === 0n) throw problem('version_conflict', { detail: current })
    return current
  },
})
