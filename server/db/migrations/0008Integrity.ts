/**
 * 廉洁教育. `warning_education` and the 责任清单 follow the subtree like everything else. `talk` does not:
 * beyond the actor's own talks it opens only under a permission that the door names confidential
 * (`app.integrity`), so that a forgotten filter in any other operation shows none of it. Its follow-ups
 * tell why somebody was talked to and follow the talk.
 *
 * Attendance carries the organ that held it (`organization_id`) and where the member stood that day (`place_id`):
 * a branch sees which of its members the committee's assembly reached, and thereby that it was held.
 */
const inSubtrees = (column: string) => `
  ((select current_setting('app.all', true)) = 'on'
  or ${column} in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  ))`

const self = `(select nullif(current_setting('app.self', true), '')::uuid)`
const confidential = `(select coalesce(current_setting('app.integrity', true), '')) = 'on'`

const policy = (table: string, using: string) => `
alter table ${table} enable row level security;
create policy scope on ${table} for all to sixchains_app using (${using});
grant select, insert, update, delete on ${table} to sixchains_app;`

export const sql = /* sql */ `
create table warning_education (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  title text not null,
  theme text not null,
  held_on date not null,
  place text,
  follow_up text not null default '',
  meeting_id uuid references meeting (id),
  expected int not null check (expected >= 0),
  present int not null check (present between 0 and expected),
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdraw_reason text,
  version int not null default 1
);
create index warning_education_place on warning_education (organization_id, held_on desc, id);
create index warning_education_day on warning_education (held_on desc, id);
create unique index warning_education_meeting on warning_education (meeting_id) where withdrawn_at is null;

create table education_attendance (
  education_id uuid not null references warning_education (id),
  organization_id uuid not null references organization (id),
  place_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  ordinal int not null,
  name text not null,
  organization_name text not null,
  present boolean not null,
  primary key (education_id, member_id)
);
create index education_attendance_member on education_attendance (member_id, education_id) where present;

create table talk (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('integrity-talk', 'reminder-talk')),
  occasion text not null,
  talker_id uuid not null references member (id),
  talkee_id uuid not null references member (id),
  talker_name text not null,
  talkee_name text not null,
  talker_posts text[] not null,
  held_on date not null,
  place text not null,
  reason text not null,
  points text not null,
  statement text not null default '',
  acknowledged_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdraw_reason text,
  version int not null default 1,
  check (talker_id <> talkee_id)
);
create index talk_place on talk (organization_id, held_on desc, id);
create index talk_day on talk (held_on desc, id);
create index talk_talkee on talk (talkee_id);
create index talk_talker on talk (talker_id);

create table talk_follow_up (
  id uuid primary key,
  talk_id uuid not null references talk (id),
  what text not null,
  due_on date not null,
  done_on date,
  result text,
  version int not null default 1
);
create index talk_follow_up_talk on talk_follow_up (talk_id, due_on);
create index talk_follow_up_due on talk_follow_up (due_on) where done_on is null;

create table responsibility (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  year int not null,
  layer text not null check (layer in ('first-secretary', 'deputy', 'section-head')),
  title text not null,
  owner_id uuid not null references member (id),
  owner_name text not null,
  due_on date not null,
  done_on date,
  evidence text,
  checked_by text,
  version int not null default 1
);
create index responsibility_place on responsibility (organization_id, year, due_on);

${policy('education_attendance', `${inSubtrees('organization_id')} or ${inSubtrees('place_id')} or member_id = ${self}`)}
${policy('warning_education', `${inSubtrees('organization_id')} or id in (select a.education_id from education_attendance a)`)}
${policy('responsibility', `${inSubtrees('organization_id')} or owner_id = ${self}`)}
${policy('talk', `(${confidential} and ${inSubtrees('organization_id')}) or talker_id = ${self} or talkee_id = ${self}`)}
${policy('talk_follow_up', `exists (select 1 from talk t where t.id = talk_id)`)}
`
