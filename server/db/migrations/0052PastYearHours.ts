/**
 * The hours of a year that is over are those of its roster: `study_sources` (0014) and `study_officers` (0005) also answer
 * about who stood in the asker's reach on the last day that is asked about, wherever the member stands today. A history is
 * asked person by person, by its index (`offset 0`, as in 0011).
 */
const inSubtrees = (column: string) => `
  (select current_setting('app.all', true)) = 'on'
  or ${column} in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`

const self = `(select nullif(current_setting('app.self', true), '')::uuid)`
const whoOn = (day: string) => `
  select m.id from member m
  where m.id = any (ids) and (m.id = ${self} or ${inSubtrees('m.organization_id')} or exists (
    select 1 from (
      select p.organization_id from member_state p
      where p.member_id = m.id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day}) offset 0
    ) s where ${inSubtrees('s.organization_id')}))`

export const sql = /* sql */ `
create or replace function study_sources(ids uuid[], first_day date, last_day date)
returns table (member_id uuid, meeting_id uuid, study_id uuid, kind text, held_on date, title text, organization_name text, minutes int, whole int)
language sql stable security definer set search_path = public as $$
  with who as (${whoOn('last_day')}),
  lectures as (
    select a.member_id, g.id, g.held_on, g.title, o.name, g.lecture_minutes
    from who join attendance a on a.member_id = who.id and a.status = 'present'
    join meeting g on g.id = a.meeting_id
    join organization o on o.id = g.organization_id
    where g.status in ('signed', 'archived') and 'party-lecture' = any (g.types) and g.lecture_minutes > 0
      and g.held_on between first_day and last_day
  )
  select l.member_id, l.id, null::uuid, 'party-lecture', l.held_on, l.title, l.name, l.lecture_minutes, l.lecture_minutes from lectures l
  union all
  select a.member_id, null::uuid, s.id, s.kind, s.held_on, s.topic, o.name, coalesce(a.minutes, s.minutes), s.minutes
  from who join study_attendance a on a.member_id = who.id and a.present
  join study s on s.id = a.study_id
  join organization o on o.id = s.organization_id
  where s.status = 'closed' and s.held_on between first_day and last_day
    and not exists (select 1 from lectures l where l.member_id = a.member_id and l.id = s.meeting_id)
$$;

create or replace function study_officers(ids uuid[], posts text[], on_day date) returns setof uuid
language sql stable security definer set search_path = public as $$
  select distinct p.member_id from post p
  where p.member_id in (${whoOn('on_day')}) and p.post = any (posts)
    and p.started_on <= on_day and (p.ended_on is null or p.ended_on >= on_day)
$$;
`
