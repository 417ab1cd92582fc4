/**
 * What follows from a 警示教育 is owed by a day by an organization of its organ's (`place_id`), whose secretary sees it and
 * says when it is done.
 *
 * Somebody may attend only part of an activity: `minutes` of one's own, null for all of it. Hours are counted from it, so
 * `study_sources` (0005) answers what each studied, and beside it what the whole was.
 */
const inSubtrees = (column: string) => `
  (select current_setting('app.all', true)) = 'on'
  or ${column} in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`

const self = `(select nullif(current_setting('app.self', true), '')::uuid)`
const who = `select m.id from member m where m.id = any (ids) and (m.id = ${self} or ${inSubtrees('m.organization_id')})`

export const sql = /* sql */ `
alter table study_attendance add column minutes int check (minutes > 0);

drop function study_sources(uuid[], date, date);
create function study_sources(ids uuid[], first_day date, last_day date)
returns table (member_id uuid, meeting_id uuid, study_id uuid, kind text, held_on date, title text, organization_name text, minutes int, whole int)
language sql stable security definer set search_path = public as $$
  with who as (${who}),
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
revoke all on function study_sources(uuid[], date, date) from public;
grant execute on function study_sources(uuid[], date, date) to sixchains_app;

create table education_follow_up (
  id uuid primary key,
  education_id uuid not null references warning_education (id),
  organization_id uuid not null references organization (id),
  place_id uuid not null references organization (id),
  what text not null,
  due_on date not null,
  done_on date,
  result text,
  checked_by text,
  version int not null default 1
);
create index education_follow_up_education on education_follow_up (education_id, due_on);
create index education_follow_up_place on education_follow_up (place_id, due_on) where done_on is null;
alter table education_follow_up enable row level security;
create policy scope on education_follow_up for all to sixchains_app
  using ((${inSubtrees('organization_id')}) or (${inSubtrees('place_id')}));
grant select, insert, update, delete on education_follow_up to sixchains_app;
`
