import { sql } from 'kysely'
import { firstBranch, idOf, type Sizes } from './largeParts.ts'

/**
 * Something of every other chain in both years, so that no chart of a cockpit is empty: four closed activities of
 * each branch a year, one 优秀共产党员 of each tenth branch, and an assembly of 警示教育 by each committee below
 * the root which two in three of its members attended.
 */
export const chained = ({ organizations }: Sizes) => {
  const branches = sql`generate_series(${sql.lit(firstBranch)}, ${sql.lit(organizations)}) b`
  const years = sql`(values (2025), (2026)) as y (year)`
  const branch = idOf('organization', sql`b`)
  const noon = sql`held_on + time '12:00'`
  const one = idOf('account', sql`1`)
  return [
    sql`
      insert into study (id, organization_id, kind, topic, held_on, minutes, status, invited, present, person_minutes, created_by, created_at, version)
      select ${idOf('study', sql`b * 100 + at`, sql`held_on`)}, ${branch}, kind, '窗口业务第' || at || '讲', held_on, 90, 'closed', 20, 18, 18 * 90, ${one}, ${noon}, 3
      from (
        select b, year % 10 * 4 + q as at, (array['lecture', 'competition', 'reading', 'training'])[1 + (b + q) % 4] as kind,
          make_date(year, 1 + q * 3 + b % 2, 1 + b % 27) as held_on
        from ${branches}, ${years}, generate_series(0, 3) q
        where q < 3 or year = 2025
      ) made`,
    sql`
      insert into honour (id, class_code, organization_id, awarded_by, subject_key, member_id, subject_name, citation, decided_on, document_number)
      select ${idOf('honour', sql`b * 10 + year % 10`, sql`make_date(year, 7, 1)`)}, 'excellent-member', m.organization_id, ${idOf('organization', sql`1`)},
        m.id::text || year, m.id, m.name, '长期在窗口服务群众。', make_date(year, 7, 1), '市直工委〔' || year || '〕7号'
      from ${branches}, ${years}, lateral (
        select * from member where organization_id = ${branch} and stage = 'full' order by id limit 1
      ) m
      where b % 10 = 0`,
    sql`
      insert into warning_education (id, organization_id, title, theme, held_on, expected, present, recorded_by, recorded_at)
      select ${idOf('education', sql`c * 10 + year % 10`, sql`make_date(year, 4, 1)`)}, ${idOf('organization', sql`c`)}, '警示教育大会', '以案为鉴', make_date(year, 4, 1), 0, 0,
        'organizer', make_date(year, 4, 2) + time '12:00'
      from generate_series(2, 21) c, ${years}`,
    sql`
      insert into education_attendance (education_id, organization_id, place_id, member_id, ordinal, name, organization_name, present)
      select e.id, e.organization_id, m.organization_id, m.id, row_number() over (partition by e.id order by m.id) - 1, m.name, o.name,
        (('x' || right(m.id::text, 4))::bit(16)::int + extract(year from e.held_on)::int) % 3 > 0
      from warning_education e
      join organization c on c.id = e.organization_id
      join organization o on o.path >= c.path collate "C" and o.path < (left(c.path, -1) || '/') collate "C"
      join member m on m.organization_id = o.id and m.stage in ('full', 'probationary')`,
    sql`
      update warning_education e set expected = a.expected, present = a.present
      from (select education_id, count(*)::int as expected, (count(*) filter (where present))::int as present from education_attendance group by education_id) a
      where a.education_id = e.id`,
  ]
}
