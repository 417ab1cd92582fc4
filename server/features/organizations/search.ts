import { sql, type RawBuilder } from 'kysely'
import type { Received } from '#domain/contract.ts'
import type { organizationsContract } from '#domain/organizations.contract.ts'
import type { OrganizationHit } from '#domain/organizations.ts'
import { mayReach, narrowed } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { nodeColumns, withTrails, type NodeRow } from './nodes.ts'

type Condition = RawBuilder<unknown>
type Query = Received<typeof organizationsContract.search>['query']

/**
 * Organizations, open ones unless asked, by part of the name, full pinyin or initials: those that begin with what was
 * typed first, then the others, each in the order of the names. Without a query, the first of the
 * tree. Never reads all names: beginnings come from ordered indexes, frequent words from the first
 * rows, rare ones from the index of grams.
 */
export async function search(door: Door, query: Query): Promise<OrganizationHit[]> {
  const scope = await narrowed(door, 'o.path', query.within)
  const kinds = query.kinds ? sql`o.kind = any (${query.kinds}::text[])` : sql`true`
  const right = query.right ? mayReach(door, query.right, 'o.path') : sql`true`
  const open = query.closed ? sql`true` : sql`o.closed_on is null`
  const where = sql`${scope} and ${right} and ${kinds} and ${open}`
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

/** Rows read in the order of the tree before the grams are asked: frequent words are found there. */
const nearest = 2000

function matching(text: string, where: Condition, size: number): RawBuilder<NodeRow> {
  const { beginning, contains, grams } = readQuery(text)
  const begins = beginning.map(
    ([column, value]) => sql`(select o.id from organization o
      where ${column} >= ${value} collate "C" and ${column} < ${`${value}\u{10FFFF}`} collate "C" and ${where}
      order by ${column}, o.id limit ${size})`,
  )
  const part = grams.length > 0 ? sql.join(grams.map(holds), sql` or `) : sql`false`
  return sql<NodeRow>`
    with beginning as materialized (select distinct id from (${sql.join(begins, sql` union all `)}) b),
    near as materialized (
      select o.id from (select o.* from organization o where ${where} order by o.path limit ${nearest}) o
      where ${contains} and o.id not in (select id from beginning)
      limit greatest(0, ${size}::int - (select count(*) from beginning))
    ),
    known as materialized (select id, 0 as place from beginning union all select id, 1 from near),
    found as (
      select id, place from known
      union all
      (select o.id, 1 from organization o
        where (${part}) and ${contains} and ${where} and o.id not in (select id from known)
        limit greatest(0, ${size}::int - (select count(*) from known)))
    )
    select ${nodeColumns} from found join organization o on o.id = found.id
    order by found.place, o.name_pinyin, o.id limit ${size}`
}

const holds = (grams: readonly string[]) =>
  sql`organization_grams(o.name, o.name_pinyin, o.name_initials) @> ${grams}::text[]`

interface ReadQuery {
  /** Columns whose beginning is compared, and with what. */
  beginning: [column: Condition, value: string][]
  contains: Condition
  /** Sets of grams one of which a row must hold whole; the sizes are those of the index. */
  grams: string[][]
}

function readQuery(text: string): ReadQuery {
  if (!/^[a-z' ]+$/i.test(text)) {
    return {
      beginning: [[sql`o.name collate "C"`, text]],
      contains: sql`strpos(o.name, ${text}) > 0`,
      grams: [Array.from(text)],
    }
  }
  // Letters that stand in a name stand in its pinyin too.
  const letters = text.toLowerCase().replace(/[' ]/g, '')
  return {
    beginning: [
      [sql`o.name_pinyin`, letters],
      [sql`o.name_initials`, letters],
    ],
    contains: sql`(strpos(o.name_pinyin, ${letters}) > 0 or strpos(o.name_initials, ${letters}) > 0)`,
    grams: [pieces(letters, 3), pieces(letters, 2)].filter((set) => set.length > 0),
  }
}

/** Two letters are initials or a beginning: inside a pinyin they would match nearly everything. */
const pieces = (letters: string, size: number): string[] =>
  Array.from({ length: Math.max(0, letters.length - size + 1) }, (_, at) =>
    letters.slice(at, at + size),
  )
