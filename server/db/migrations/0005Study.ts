/**
 * Study activities with their audience, and the two questions about hours that row-level security would answer wrongly:
 * somebody's hours come from wherever they studied, also outside the asker's subtree. So the functions read past it, but
 * only about members who stand in the asker's reach (`app.paths`) or are the asker.
 */
const inSubtrees = (column: string) => `
  (select current_setting('app.all', true)) = 'on'
  or ${column} in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`

const self = `(select nullif(current_setting('app.self', true), '')::uuid)`

const policy = (table: string, using: string) => `
alter table ${table} enable row level security;
create policy scope on ${table} for all to sixchains_app using (${using});`

const who = `select m.id from member m where m.id = any (ids) and (m.id = ${self} or ${inSubtrees('m.organization_id')})`

export const sql = /* sql */ `
create table study (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('lecture', 'competition', 'reading', 'training')),
  series text,
  topic text not null,
  held_on date not null,
  ends_on date check (ends_on >= held_on),
  minutes int not null check (minutes > 0),
  place text,
  lecturer_id uuid references member (id),
  lecturer_name text,
  meeting_id uuid unique references meeting (id) on delete set null,
  summary text not null default '',
  guests jsonb not null default '[]',
  events jsonb not null default '[]',
  status text not null default 'planned' check (status in ('planned', 'held', 'closed')),
  invited int not null default 0,
  present int not null default 0,
  person_minutes int not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  reopen_reason text,
  version int not null default 1
);
create index study_place on study (organization_id, held_on desc, id);
create index study_day on study (held_on desc, id);

create table study_attendance (
  study_id uuid not null references study (id) on delete cascade,
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  ordinal int not null,
  name text not null,
  organization_name text not null,
  present boolean not null,
  primary key (study_id, member_id)
);
create index study_attendance_member on study_attendance (member_id, study_id);

grant select, insert, update, delete on study, study_attendance to sixchains_app;
${policy('study', `${inSubtrees('organization_id')} or id in (select a.study_id from study_attendance a where a.member_id = ${self})`)}
${policy('study_attendance', `${inSubtrees('organization_id')} or member_id = ${self}`)}

create function study_sources(ids uuid[], first_day date, last_day date)
returns table (member_id uuid, meeting_id uuid, study_id uuid, kind text, held_on date, title text, organization_name text, minutes int)
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
  select l.member_id, l.id, null::uuid, 'party-lecture', l.held_on, l.title, l.name, l.lecture_minutes from lectures l
  union all
  select a.member_id, null::uuid, s.id, s.kind, s.held_on, s.topic, o.name, s.minutes
  from who join study_attendance a on a.member_id = who.id and a.present
  join study s on s.id = a.study_id
  join organization o on o.id = s.organization_id
  where s.status = 'closed' and s.held_on between first_day and last_day
    and not exists (select 1 from lectures l where l.member_id = a.member_id and l.id = s.meeting_id)
$$;

create function study_officers(ids uuid[], posts text[], on_day date) returns setof uuid
language sql stable security definer set search_path = public as $$
  select distinct p.member_id from post p
  where p.member_id in (${who}) and p.post = any (posts)
    and p.started_on <= on_day and (p.ended_on is null or p.ended_on >= on_day)
$$;

revoke all on function study_sources(uuid[], date, date), study_officers(uuid[], text[], date) from public;
grant execute on function study_sources(uuid[], date, date), study_officers(uuid[], text[], date) to sixchains_app;
`
