/**
 * Announced meetings and what those who are called answered. `round` counts the days and hours an announcement has had:
 * an answer holds for the round that it was given in.
 *
 * Who is called is nowhere kept: it is the roster of the day, as it is known when somebody asks. `is_called` says it of
 * one member as `rosterOf` of domain/meetings.rules does; it reads as the asker, to whom the own history and posts are
 * open. `calling` are the organs whose announcements can concern somebody at all, so that the many others are not asked.
 */
const inSubtrees = (column: string) => `
  (select current_setting('app.all', true)) = 'on'
  or ${column} in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`

const self = `(select nullif(current_setting('app.self', true), '')::uuid)`

export const sql = /* sql */ `
create table announcement (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  types text[] not null,
  title text not null,
  held_on date not null,
  started_at text not null,
  place text not null,
  agenda jsonb not null default '[]',
  round int not null default 1,
  change_reason text,
  call_off_reason text,
  meeting_id uuid unique references meeting (id) on delete set null,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  version int not null default 1,
  check (call_off_reason is null or meeting_id is null)
);
create index announcement_place on announcement (organization_id, held_on desc, id);
create index announcement_day on announcement (held_on desc, id);

create table announcement_answer (
  announcement_id uuid not null references announcement (id) on delete cascade,
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  round int not null,
  answer text not null check (answer in ('attend', 'leave')),
  reason text,
  answered_at timestamptz not null,
  primary key (announcement_id, member_id),
  check ((answer = 'leave') = (reason is not null))
);
create index announcement_answer_member on announcement_answer (member_id, announcement_id);

create function calling(who uuid) returns setof uuid language sql stable as $$
  select s.organization_id from member_state s where s.member_id = who
  union
  select h.parent_id from member_state s join organization_history h on h.organization_id = s.organization_id
  where s.member_id = who and h.parent_id is not null
$$;

create function is_called(organ uuid, held_on date, types text[], who uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from member_state s
    where s.member_id = who and s.valid_from <= held_on and (s.valid_to is null or s.valid_to >= held_on)
      and s.stage in ('probationary', 'full') and s.standing = 'normal' and s.rights <> 'suspended'
      and s.relation <> 'moving-in'
      and (s.organization_id = organ or exists (
        select 1 from organization_history h
        where h.organization_id = s.organization_id and h.parent_id = organ
          and h.valid_from <= held_on and (h.valid_to is null or h.valid_to >= held_on)))
      and (not 'committee-meeting' = any (types) or exists (
        select 1 from post p
        where p.organization_id = organ and p.member_id = who and p.post not in ('group-leader', 'deputy-group-leader')
          and p.started_on <= held_on and (p.ended_on is null or p.ended_on >= held_on))))
$$;

alter table announcement enable row level security;
create policy scope on announcement for all to sixchains_app using (${inSubtrees('organization_id')}
  or (organization_id in (select calling(${self})) and is_called(organization_id, held_on, types, ${self})));
alter table announcement_answer enable row level security;
create policy scope on announcement_answer for all to sixchains_app using (${inSubtrees('organization_id')} or member_id = ${self});
grant select, insert, update on announcement, announcement_answer to sixchains_app;
`
