/**
 * 志愿服务 service records and certificates of service. A record belongs to the organization where the
 * member stood on its day, under the name of that day: both stay when the member moves.
 */
const inSubtrees = `
  (select current_setting('app.all', true)) = 'on'
  or organization_id in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`

const self = `(select nullif(current_setting('app.self', true), '')::uuid)`

const policy = (table: string) => `
alter table ${table} enable row level security;
create policy scope on ${table} for all to sixchains_app using (${inSubtrees} or member_id = ${self});`

export const sql = /* sql */ `
create table service_record (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  member_name text not null,
  kind text not null check (kind in ('extended-hours', 'assisted', 'outreach', 'reminder')),
  served_on date not null,
  started_at text,
  ended_at text,
  visits int not null check (visits between 1 and 9999),
  minutes int check (minutes between 1 and 1440),
  channel text not null,
  item text not null default '',
  beneficiary text not null check (beneficiary in ('people', 'enterprise')),
  is_volunteer boolean not null default false,
  state text not null default 'logged' check (state in ('logged', 'confirmed', 'returned', 'appealed', 'withdrawn')),
  theme_day text,
  return_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  events jsonb not null default '[]',
  version int not null default 1,
  check ((started_at is null) = (ended_at is null))
);
create index service_record_place on service_record (organization_id, served_on desc, id);
create index service_record_member on service_record (member_id, served_on);
create index service_record_day on service_record (served_on desc, id);
create index service_record_open on service_record (organization_id, served_on desc) where state <> 'confirmed';

create table service_certificate (
  id uuid primary key,
  number text not null unique,
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  member_name text not null,
  organization_name text not null,
  bureau_name text not null,
  from_day date not null,
  to_day date not null,
  records int not null,
  visits int not null,
  minutes int not null,
  star int not null,
  issued_on date not null,
  issued_by_name text not null,
  issued_by uuid not null,
  digest text not null,
  created_at timestamptz not null
);
create index service_certificate_member on service_certificate (member_id, created_at);

grant select, insert, update on service_record to sixchains_app;
grant select, insert on service_certificate to sixchains_app;
${policy('service_record')}
${policy('service_certificate')}
`
