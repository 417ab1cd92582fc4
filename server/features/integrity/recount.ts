import { sql } from 'kysely'
import { yearOf } from '#domain/dates.ts'
import { monthIndexes, type Recount } from '#server/counts/recount/recount.ts'
import { shouldAttendOn } from '#server/db/standings.ts'

interface Own {
  id: string
  members: number
  roster: number
  reached: number
}

/**
 * Who belongs to each organization, in January of the year: `roster:due` those to be reached as of its last day or,
 * while it runs, of today; `roster:reached` those of them whom a 警示教育 of the year reached anywhere; and in the year
 * that runs `roster:members`, 正式党员 and 预备党员 with standing 正常, as the list of members has them.
 */
export const rosterRecount: Recount = {
  prefix: 'roster:',
  async count(db, { scope, year, today }) {
    const first = `${year}-01-01`
    const last = `${year}-12-31`
    const { rows } = await sql<{ own: Own[] }>`
      with place as materialized (
        select o.id from organization o where ${scope}
      ), due as materialized (
        select distinct s.organization_id as id, s.member_id from place p join member_state s on s.organization_id = p.id
        where ${shouldAttendOn(last < today ? last : today)}
      ), reached as materialized (
        select m as member_id from reached_members(array(select member_id from due), ${first}::date, ${last}::date) m
      ), counted as (
        select d.id, count(*)::int as roster, count(r.member_id)::int as reached
        from due d left join reached r using (member_id) group by 1
      ), listed as (
        select m.organization_id as id, count(*)::int as members from place p join member m on m.organization_id = p.id
        where m.standing = 'normal' and m.stage in ('full', 'probationary') and ${sql.lit(year === yearOf(today))} group by 1
      )
      select coalesce(json_agg(json_build_object('id', id, 'members', coalesce(l.members, 0), 'roster', coalesce(d.roster, 0), 'reached', coalesce(d.reached, 0))), '[]') as own
      from counted d full join listed l using (id)`.execute(db)
    return new Map(
      (rows[0]?.own ?? []).map(({ id, members, roster, reached }) => [
        id,
        new Map([
          ['roster:members', inJanuary(members)],
          ['roster:due', inJanuary(roster)],
          ['roster:reached', inJanuary(reached)],
        ]),
      ]),
    )
  },
}

const inJanuary = (count: number): number[] =>
  monthIndexes.map((index) => (index === 0 ? count : 0))
