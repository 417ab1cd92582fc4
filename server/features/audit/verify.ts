import { sql, type Kysely } from 'kysely'
import type { z } from 'zod'
import { invalid } from '#domain/errors.ts'
import type { chainCheck, chainSlice } from '#domain/system.ts'
import type { Tables } from '#server/db/tables.ts'
import { entryColumns, firstHash, linkHash, type SealedEntry } from './seal.ts'

interface Link extends SealedEntry {
  seq: number
  sealed_id: string
  previous_hash: string
  hash: string
}

type Check = z.infer<typeof chainCheck>

/** As many as one transaction recomputes: on the embedded store everybody else waits meanwhile. */
const SLICE = 1_000

/**
 * Recomputes one slice of the chain, which goes on from the number and hash that the slice before it ended with: an entry
 * edited, deleted, reordered or cut off anywhere is named by the first slice that meets it.
 *
 * @throws invalid at `query.anchor` where a slice does not say what it goes on from
 */
export async function verifySlice(
  db: Kysely<Tables>,
  { after, anchor }: z.output<typeof chainSlice>,
  atMost = SLICE,
): Promise<Check> {
  if (after > 0 && !anchor) throw invalid('query.anchor', '请填写')
  let previous = anchor ?? firstHash
  let checked = after
  const { rows } = await sql<Link>`
    select s.seq, s.entry_id as sealed_id, s.previous_hash, s.hash, ${entryColumns}
    from audit_seal s left join audit_entry e on e.id = s.entry_id
    where s.seq > ${after} order by s.seq limit ${atMost}`.execute(db)
  const done = rows.length < atMost
  const { rows: found } = await sql<{ sealed: number; entries: number }>`
    select (select coalesce(max(seq), 0) from audit_seal) as sealed,
      case when ${sql.lit(done)} then (select count(*) from audit_entry) else 0 end as entries`.execute(
    db,
  )
  const [{ sealed, entries } = { sealed: 0, entries: 0 }] = found
  const said = (more: Pick<Check, 'ok' | 'done' | 'pending' | 'firstBad'>): Check => ({
    checked,
    sealed,
    anchor: checked > 0 ? previous : null,
    ...more,
  })
  for (const { seq, sealed_id, previous_hash, hash, ...entry } of rows) {
    const whole = seq === checked + 1 && entry.id !== null && previous_hash === previous
    if (!whole || (await linkHash(previous, entry)) !== hash)
      return said({ ok: false, done: true, pending: 0, firstBad: `#${seq} ${sealed_id}` })
    previous = hash
    checked = seq
  }
  // The seals are numbered without a gap and each seals another entry: what there is beyond them is not sealed.
  return said({ ok: true, done, pending: Math.max(0, entries - checked), firstBad: null })
}
