import { PGlite } from '@electric-sql/pglite'
import { expect, it } from 'vitest'
import { migrations } from './index.ts'

it('tells of a study activity that the log does not know why it was reopened, and who closed it', async () => {
  const db = await PGlite.create()
  const until = migrations.findIndex(({ version }) => version === 53)
  for (const { sql } of migrations.slice(0, until)) await db.exec(sql)
  const [reopened, both, place, author] = [1, 2, 3, 4].map(
    (n) => `00000000-0000-7000-8000-00000000000${n}`,
  )
  await db.exec(`
    set session_replication_role = replica;
    insert into study (id, organization_id, kind, topic, held_on, minutes, created_by, created_at, closed_at, reopen_reason)
    values ('${reopened}', '${place}', 'reading', '读书会', '2026-03-01', 60, '${author}', '2026-03-01T00:00:00Z', null, '漏记一人'),
      ('${both}', '${place}', 'reading', '读书会', '2026-03-01', 60, '${author}', '2026-03-01T00:00:00Z', '2026-03-09T00:00:00Z', '漏记一人')`)
  await db.exec(migrations[until]?.sql ?? '')
  const { rows } = await db.query<{ told: string }>(`
    select jsonb_path_query_array(history, '$[*].action')::text || (history -> 1 ->> 'reason') as told from study order by id`)
  expect(rows.map(({ told }) => told)).toEqual([
    '["recorded", "reopened"]漏记一人',
    '["recorded", "reopened", "closed"]漏记一人',
  ])
  await db.close()
})
