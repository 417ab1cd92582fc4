import { sql, type RawBuilder } from 'kysely'
import type { Received } from '#domain/contract.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit } from '#domain/organizations.ts'
import { nameMatches } from '#server/db/search.ts'
import { narrowed } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { nodeColumns, withTrails, type NodeRow } from './nodes.ts'

type Query = Received<typeof organizationsContract.search>['query']

/**
 * Open organizations by part of the name, full pinyin or initials: those that begin with what was
 * typed first, then the others, each in the order of the names. Without a query, the first of the
 * tree. Never reads all names: beginnings come from ordered indexes, parts from the index of grams.
 */
export async function search(door: Door, query: Query): Promise<OrganizationHit[]> {
  const scope = await narrowed(door, 'o.path', query.within)
  const kinds = query.kinds ? sql`o.kind = any (${query.kinds}::text[])` : sql`true`
  const where = sql`${scope} and ${kinds} and o.closed_on is null`
  const text =
    query.q
      ?.normalize('NFC')
      .replace(/ü/gi, 'v')
      .replace(/^[' ]+$/, '') ?? ''
  const { rows } = await (
    text === ''
      ? sql<NodeRow>`select ${nodeColumns} from organization o where ${where} order by o.path limit ${query.size}`
      : matching(text, where, query.size)
  ).execute(door.db)
  return withTrails(door, rows)
}

function matching(text: string, where: RawBuilder<unknown>, size: number): RawBuilder<NodeRow> {
  const { columns, value, grams } = readQuery(text)
  const begins = (column: RawBuilder<unknown>) =>
    sql`(${column} >= ${value} collate "C" and ${column} < ${`${value}\u{10FFFF}`} collate "C")`
  const beginning = columns.map(
    (column) =>
      sql`(select o.id from organization o where ${begins(column)} and ${where} order by ${column}, o.id limit ${size})`,
  )
  const matched = nameMatches('o', text) ?? sql`false`
  const part = grams.length > 0 ? sql`${sql.join(grams.map(holds), sql` or `)}` : sql`false`
  return sql<NodeRow>`
    with beginning as materialized (select distinct id from (${sql.join(beginning, sql` union all `)}) b),
    found as (
      select id, 0 as place from beginning
      union all
      (select o.id, 1 from organization o
        where (${part}) and ${matched} and ${where} and o.id not in (select id from beginning)
        limit greatest(0, ${size}::int - (select count(*) from beginning)))
    )
    select ${nodeColumns} from found join organization o on o.id = found.id
    order by found.place, o.name_pinyin, o.id limit ${size}`
}

const holds = (grams: readonly string[]) =>
  sql`organization_grams(o.name, o.name_pinyin, o.name_initials) @> ${grams}::text[]`

interface ReadQuery {
  /** Columns whose beginning is compared. */
  columns: RawBuilder<unknown>[]
  value: string
  /** Sets of grams one of which a row must hold whole; the sizes are those of the index. */
  grams: string[][]
}

function readQuery(text: string): ReadQuery {
  if (!/^[a-z' ]+$/i.test(text)) {
    return { columns: [sql`o.name collate "C"`], value: text, grams: [Array.from(text)] }
  }
  const letters = text.toLowerCase().replace(/[' ]/g, '')
  return {
    columns: [sql`o.name_pinyin`, sql`o.name_initials`],
    value: letters,
    grams: [pieces(letters, 3), pieces(letters, 2)].filter((set) => set.length > 0),
  }
}

/** Two letters are initials or a beginning: inside a pinyin they would match nearly everything. */
const pieces = (letters: string, size: number): string[] =>
  Array.from({ length: Math.max(0, letters.length - size + 1) }, (_, at) =>
    letters.slice(at, at + size),
  )
