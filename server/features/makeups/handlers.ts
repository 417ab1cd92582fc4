import { sql } from 'kysely'
import { problem, type ProblemFields } from '#domain/errors.ts'
import { makeupsContract } from '#domain/meetings.contract.ts'
import type { Makeup } from '#domain/makeups.ts'
import { actorOf, expectVersion } from '#server/door.ts'
import { writeAudit } from '#server/http/auditRow.ts'
import { implement } from '#server/http/implement.ts'
import { findMakeup, findMakeups, listMakeups } from './queries.ts'

/** 补学 of those who missed a meeting; the tasks come with 审签 (`meetings/moves.ts`). */
export const makeups = implement(makeupsContract, {
  list: (door, { query }) => listMakeups(door, query),

  confirm: async (door, { body }) => {
    const { makeups: wanted, doneOn, how } = body
    if (doneOn > door.today) throw problem('invalid', { fields: { 'body.doneOn': notYet } })
    const ids = [...new Set(wanted.map(({ id }) => id))]
    await sql`select id from makeup where id = any (${ids}::uuid[]) order by id for update`.execute(
      door.db,
    )
    const found = new Map((await findMakeups(door, ids)).map((one) => [one.id, one]))
    if (found.size < ids.length) throw problem('not_found')
    const refused: ProblemFields = {}
    for (const [at, { id, version }] of wanted.entries()) {
      const one = found.get(id)
      const why = one && whyNot(one, version, doneOn)
      if (why) refused[`body.makeups.${at}`] = `${one.memberName}：${why}`
    }
    // Of one alone there is nobody to be named, and the day is a field.
    const [only] = ids.length === 1 ? found.values() : []
    if (only && doneOn < only.heldOn)
      throw problem('invalid', { fields: { 'body.doneOn': tooEarly } })
    // With what stands of each, so that who chose them page by page goes on from there.
    const current = [...found.values()]
    if (Object.keys(refused).length > 0)
      throw problem('invalid', { fields: refused, detail: current })

    await sql`
      update makeup set done_on = ${doneOn}, how = ${how}, confirmed_by = ${actorOf(door).accountId}, version = version + 1
      where id = any (${ids}::uuid[])`.execute(door.db)
    for (const { id, organizationId } of found.values())
      await writeAudit(
        door,
        { target: { kind: 'makeup', id }, organizationId, detail: { doneOn, how } },
        'makeup.confirmed',
        null,
        null,
      )
    door.note({ detail: { doneOn, how, makeups: ids.length } })
    return { confirmed: ids.length }
  },

  withdraw: async (door, { params, body }) => {
    const makeup = await findMakeup(door, params.id)
    expectVersion(door, makeup)
    if (!makeup.doneOn) throw problem('state', { params: { reason: '补学还没有登记' } })
    const { doneOn, how } = makeup
    const taken = await door.db
      .updateTable('makeup')
      .set({ done_on: null, how: null, confirmed_by: null, version: makeup.version + 1 })
      .where('id', '=', makeup.id)
      .where('version', '=', makeup.version)
      .executeTakeFirst()
    const current = await findMakeup(door, makeup.id)
    if (taken.numUpdatedRows === 0n) throw problem('version_conflict', { detail: current })
    // What it said is told by the log alone.
    door.note({ detail: { ...body, doneOn, how } })
    return current
  },
})

const tooEarly = '补学日期不能早于会议日期'
const notYet = '补学日期不能晚于今天'

function whyNot(makeup: Makeup, version: number, doneOn: string): string | null {
  if (makeup.version !== version) return '刚被别人办理或修改过，请看最新内容'
  if (makeup.doneOn) return '补学已经确认'
  return doneOn < makeup.heldOn ? tooEarly : null
}
