import { sql, type Kysely } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import { entryColumns, firstHash, linkHash, type SealedEntry } from './seal.ts'

interface Link extends SealedEntry {
  seq: number
  sealed_id: string
  previous_hash: string
  hash: string
}

const batch = 2_000

export interface ChainCheck {
  ok: boolean
  checked: number
  /** Entries that the sealer has not reached yet. */
  pending: number
  anchor: string | null
  /** What is wrong first: a seal number with its entry, or a gap. */
  firstBad: string | null
}

/** Recomputes the whole chain: an entry edited, deleted, reordered or cut off anywhere is named. */
export async function verifyChain(db: Kysely<Tables>): Promise<ChainCheck> {
  let previous = firstHash
  let checked = 0
  for (;;) {
    const { rows } = await sql<Link>`
      select s.seq, s.entry_id as sealed_id, s.previous_hash, s.hash, ${entryColumns}
      from audit_seal s left join audit_entry e on e.id = s.entry_id
      where s.seq > ${checked} order by s.seq limit ${batch}`.execute(db)
    for (const { seq, sealed_id, previous_hash, hash, ...entry } of rows) {
      const whole = seq === checked + 1 && entry.id !== null && previous_hash === previous
      if (!whole || (await linkHash(previous, entry)) !== hash) {
        return {
          ok: false,
          checked,
          pending: 0,
          anchor: previous,
          firstBad: `#${seq} ${sealed_id}`,
        }
      }
      previous = hash
      checked = seq
    }
    if (rows.length < batch) break
  }
  const { rows } = await sql<{ pending: number }>`
    select count(*) filter (where s.seq is null) as pending
    from audit_entry e left join audit_seal s on s.entry_id = e.id`.execute(db)
  return {
    ok: true,
    checked,
    pending: rows[0]?.pending ?? 0,
    anchor: checked > 0 ? previous : null,
    firstBad: null,
  }
}
