import { sql } from 'kysely'
import { monthOf } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { addCounts } from '#server/counts/deltas.ts'
import { readCounts } from '#server/counts/read.ts'
import { narrowed } from '#server/db/tree.ts'
import { expectVersion, type Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { certificate, certify, verify } from './certificates.ts'
import { listClasses } from './classes.ts'
import { correct } from './correct.ts'
import { expectDecider, putHonour, writeEvent } from './events.ts'
import { extend, extension } from './extend.ts'
import { portrait, removePortrait, reusePortrait, setPortrait } from './portraits.ts'
import { board, listHonours, readHonour } from './queries.ts'

/** An honour counts once, in the month of its decision; revoked it counts backwards in that same month. */
export const kindOf = (classCode: string): string => `honour:${classCode}`

export const honours = implement(honoursContract, {
  list: (door, { query }) => listHonours(door, query),

  board: (door, { query }) => board(door, query),

  counts: async (door, { query }) => countHonours(door, query.organization, query.year),

  show: (door, { params }) => readHonour(door, params.id),

  revoke: async (door, { params, body }) => {
    const honour = await readHonour(door, params.id)
    expectVersion(door, honour)
    if (honour.revokedOn)
      throw problem('state', { params: { reason: `这项荣誉已于 ${honour.revokedOn} 撤销` } })
    await expectDecider(door, honour, '撤销')
    if (body.on < honour.decidedOn) throw invalid('body.on', '撤销日期不能早于表彰决定')
    if (body.on > door.today) throw invalid('body.on', '撤销日期不能晚于今天')
    await putHonour(door, honour, { revoked_on: body.on })
    await writeEvent(door, honour, { kind: 'revoked', ...body })
    await addCounts(door.db, honour.organizationId, [
      { month: monthOf(honour.decidedOn), kind: kindOf(honour.classCode), count: -1 },
    ])
    door.note({ detail: { on: body.on, reason: body.reason, documentNumber: body.documentNumber } })
    return readHonour(door, honour.id)
  },

  extension,
  extend,
  correct,
  portrait,
  setPortrait,
  reusePortrait,
  removePortrait,
  certify,
  certificate,
  verify,
})

/** The year's honours that were not revoked: by month from the rollup, by organization from the rows. */
async function countHonours(door: Door, organizationId: string, year: number) {
  const classes = await listClasses(door.db)
  const cells = await readCounts(door.db, {
    organizationId,
    from: `${year}-01`,
    to: `${year}-12`,
    kinds: classes.map(({ code }) => kindOf(code)),
  })
  const { rows } = await sql<{
    organizationId: string
    organizationName: string
    classCode: string
    count: number
  }>`
    select h.organization_id as "organizationId", o.name as "organizationName", h.class_code as "classCode", count(*)::int as count
    from honour h join organization o on o.id = h.organization_id
    where ${await narrowed(door, 'o.path', organizationId)} and h.revoked_on is null
      and h.decided_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by o.path, h.organization_id, o.name, h.class_code order by o.path, h.class_code`.execute(
    door.db,
  )
  return {
    organizationId,
    year,
    cells: cells.map(({ month, kind, count }) => ({
      month,
      classCode: kind.slice('honour:'.length),
      count,
    })),
    organizations: rows,
  }
}
