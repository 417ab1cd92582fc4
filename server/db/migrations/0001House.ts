/**
 * The house: tree, roster, meetings, duties, accounts, audit, counts. Portable PostgreSQL ≥ 15:
 * no extensions, no serials, no triggers. Times are timestamptz, business days date.
 */
export const sql = /* sql */ `
do $$ begin create role sixchains_app nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin execute format('grant sixchains_app to %I', current_user); exception when others then null; end $$;

create table installation (
  id int primary key default 1 check (id = 1),
  bureau_name text,
  demo boolean not null default false,
  setup_code_hash text,
  set_up_at timestamptz,
  demo_today date
);

create table locks (name text primary key);
insert into locks (name) values ('tree'), ('fold'), ('seal');

create table organization (
  id uuid primary key,
  parent_id uuid references organization (id),
  path text collate "C" not null unique,
  kind text not null check (kind in ('committee', 'general-branch', 'branch', 'group')),
  branch_kind text,
  name text not null,
  full_name text,
  national_code text unique check (national_code ~ '^[0-9]{12}$'),
  name_pinyin text collate "C" not null default '',
  name_initials text collate "C" not null default '',
  rank int not null default 0,
  founded_on date not null,
  closed_on date,
  closed_reason text,
  version int not null default 1,
  check (closed_on is null or closed_on >= founded_on),
  check ((kind = 'branch') = (branch_kind is not null))
);
create index organization_children on organization (parent_id, rank, name_pinyin, id);
create unique index organization_sibling_name on organization (parent_id, name) where closed_on is null;

create table organization_history (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  name text not null,
  parent_id uuid references organization (id),
  valid_from date not null,
  valid_to date,
  reason text
);
create index organization_history_of on organization_history (organization_id, valid_from);
create index organization_history_below on organization_history (parent_id);

create table member (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  name text not null,
  name_pinyin text collate "C" not null,
  name_initials text collate "C" not null,
  name_sort text collate "C" not null,
  sex text not null,
  ethnicity text not null,
  birth_on date,
  native_place text,
  education text,
  degree text,
  school text,
  job text,
  work_started_on date,
  id_cipher text,
  id_mac text unique,
  id_mask text,
  phone_cipher text,
  phone_mask text,
  address_cipher text,
  address_mask text,
  applied_on date,
  joined_on date,
  full_on date,
  party_age_from date,
  party_age_reason text,
  stage text not null,
  standing text not null default 'normal',
  rights text not null default 'normal',
  relation text not null default 'registered',
  mobile boolean not null default false,
  lost boolean not null default false,
  lost_since date,
  created_at timestamptz not null,
  version int not null default 1
);
create index member_place on member (organization_id, name, id);
create index member_place_sort on member (organization_id, name_sort, id);

create table member_state (
  id uuid primary key,
  member_id uuid not null references member (id),
  organization_id uuid not null references organization (id),
  stage text not null,
  standing text not null,
  rights text not null,
  relation text not null,
  mobile boolean not null,
  lost boolean not null,
  valid_from date not null,
  valid_to date,
  reason text,
  check (valid_to is null or valid_to >= valid_from)
);
create index member_state_member on member_state (member_id, valid_from);
create index member_state_place on member_state (organization_id, valid_from, valid_to);

create table term (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  started_on date not null,
  ends_on date not null,
  extended_to date,
  extension_document text,
  ended_on date,
  version int not null default 1,
  check (ends_on > started_on)
);
create unique index term_current on term (organization_id) where ended_on is null;

create table post (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  post text not null,
  started_on date not null,
  ended_on date,
  version int not null default 1,
  check (ended_on is null or ended_on >= started_on)
);
create index post_organization on post (organization_id, started_on);
create index post_member on post (member_id);
create unique index post_held on post (organization_id, member_id, post) where ended_on is null;

create table meeting (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  types text[] not null check (cardinality(types) > 0),
  title text not null,
  held_on date not null,
  started_at text not null,
  ended_at text,
  place text not null,
  chair_id uuid not null references member (id),
  recorder_id uuid not null references member (id),
  chair_name text not null default '',
  recorder_name text not null default '',
  assessment_year int,
  agenda jsonb not null default '[]',
  minutes text not null default '',
  lecturer text,
  lecture_minutes int,
  guests jsonb not null default '[]',
  speeches jsonb not null default '[]',
  resolutions jsonb not null default '[]',
  status text not null default 'draft' check (status in ('draft', 'submitted', 'signed', 'archived')),
  verdicts jsonb not null default '[]',
  verdict text not null default 'met' check (verdict in ('met', 'warning', 'unmet')),
  expected int not null default 0,
  present int not null default 0,
  on_leave int not null default 0,
  absent int not null default 0,
  voters int not null default 0,
  voters_present int not null default 0,
  resolution_count int not null default 0,
  correction_count int not null default 0,
  entered_late boolean not null default false,
  return_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  signed_by uuid,
  signed_at timestamptz,
  archived_at timestamptz,
  version int not null default 1
);
create index meeting_place on meeting (organization_id, held_on desc, id);
create index meeting_day on meeting (held_on desc, id);

create table attendance (
  meeting_id uuid not null references meeting (id) on delete cascade,
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  ordinal int not null,
  name text not null,
  stage text not null,
  organization_name text not null,
  has_vote boolean not null,
  status text not null check (status in ('present', 'leave', 'absent')),
  reason text,
  written_opinion boolean not null default false,
  primary key (meeting_id, member_id)
);
create index attendance_member on attendance (member_id, meeting_id);

create table correction (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  field text not null,
  wrong text not null,
  "right" text not null,
  reason text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null
);
create index correction_meeting on correction (meeting_id, at);

create table makeup (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  due_on date not null,
  done_on date,
  how text,
  confirmed_by uuid,
  version int not null default 1,
  unique (meeting_id, member_id)
);
create index makeup_open on makeup (organization_id, due_on) where done_on is null;
create index makeup_member on makeup (member_id);

create table exemption (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  duty text not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  document_number text not null,
  approved_by uuid not null,
  withdrawn_at timestamptz,
  version int not null default 1,
  check (to_day >= from_day)
);
create index exemption_organization on exemption (organization_id);

create table parameter (
  id uuid primary key,
  key text not null,
  value jsonb not null,
  valid_from date not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null
);
create index parameter_key on parameter (key, valid_from, set_at);

create table account (
  id uuid primary key,
  login text not null unique,
  name text not null,
  member_id uuid unique references member (id),
  password_hash text,
  password_set_at timestamptz,
  invitation_hash text,
  invitation_expires_at timestamptz,
  must_change boolean not null default false,
  disabled_at timestamptz,
  draft_key text not null,
  created_at timestamptz not null,
  version int not null default 1
);

create table assignment (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null,
  organization_id uuid references organization (id),
  granted_by uuid,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  version int not null default 1
);
create index assignment_account on assignment (account_id) where revoked_at is null;
create unique index assignment_once on assignment (account_id, role, organization_id) nulls not distinct where revoked_at is null;

create table session (
  id_hash text primary key,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on session (account_id);

create table sign_in_failure (
  login text not null,
  address text not null,
  failures int not null,
  locked_until timestamptz,
  last_at timestamptz not null,
  primary key (login, address)
);

create table idempotency (
  account_id uuid not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  status int not null,
  response jsonb,
  created_at timestamptz not null,
  primary key (account_id, key)
);
create index idempotency_age on idempotency (created_at);

create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  action text not null,
  target_kind text,
  target_id uuid,
  organization_id uuid,
  detail jsonb not null,
  request_id text not null,
  address text
);
create index audit_entry_at on audit_entry (at desc, id);

create table audit_seal (
  seq bigint primary key,
  entry_id uuid not null unique references audit_entry (id),
  previous_hash text not null,
  hash text not null
);

create table delta (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  month text not null,
  kind text not null,
  count int not null,
  minutes int not null default 0
);
create index delta_place on delta (organization_id, kind, month);

create table rollup (
  organization_id uuid not null references organization (id),
  kind text not null,
  month text not null,
  count bigint not null,
  minutes bigint not null,
  primary key (organization_id, kind, month)
);

grant select, insert, update, delete on all tables in schema public to sixchains_app;
revoke update, delete, truncate on audit_entry, audit_seal from sixchains_app;
revoke all on installation, locks from sixchains_app;
grant select on installation to sixchains_app;
grant select, update on locks to sixchains_app;
`
