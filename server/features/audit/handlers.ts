import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { auditEntry } from '#domain/system.ts'
import { auditContract } from '#domain/system.contract.ts'
import { instantText, pageOf } from '#server/db/page.ts'
import { implement } from '#server/http/implement.ts'
import { verifySlice } from './verify.ts'

type Entry = z.infer<typeof auditEntry>

/** Midnight in Shanghai, where the days of the filter begin. */
const midnight = (day: string): string => `${day}T00:00:00+08:00`

/** The auditor reads what everybody did; nobody, the auditor included, can change or clear it. */
export const audit = implement(auditContract, {
  list: async (door, { query }) => {
    const where: RawBuilder<unknown>[] = []
    if (query.action) where.push(sql`e.action = ${query.action}`)
    if (query.from) where.push(sql`e.at >= ${midnight(query.from)}::timestamptz`)
    if (query.to) where.push(sql`e.at < ${midnight(addDays(query.to, 1))}::timestamptz`)
    if (query.q) {
      const pattern = `%${query.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
      where.push(
        sql`(e.actor ilike ${pattern} or e.action ilike ${pattern} or e.id::text = ${query.q} or e.target_id::text = ${query.q} or e.request_id = ${query.q} or e.session_id::text = ${query.q}
          or (e.action in ('session.forced-out', 'session.ended-elsewhere') and e.detail->'ended' @> to_jsonb(${query.q}::text)))`,
      )
    }
    const columns = sql<Entry>`
      e.id, ${instantText(sql`e.at`)} as at, e.actor, e.action, e.target_kind || coalesce(' ' || e.target_id::text, '') as target,
        o.name as "organizationName", e.detail, e.request_id as "requestId",
        e.session_id as session, e.address, s.seq as seal`
    const from = sql`audit_entry e left join organization o on o.id = e.organization_id
      left join audit_seal s on s.entry_id = e.id`
    const order = sql`e.at desc, e.id desc`
    const page = await pageOf(door.db, { columns, from, where, order }, query)
    return { ...page, rows: page.rows.map((row) => auditEntry.parse(row)) }
  },

  verify: (door, { query }) => verifySlice(door.db, query),
})
