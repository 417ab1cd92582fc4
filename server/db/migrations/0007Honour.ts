import { officialYears } from '#domain/rules/officialHolidays.ts'

/**
 * Honours: classes that a bureau adds, campaigns, nominations, objections, honours with their events, and the days off
 * by which 公示 is counted (2025 and 2026 as the State Council arranged them).
 *
 * A campaign and the calendar hold nothing personal and are read by all below; row-level security binds the rest.
 * `honour_publicity` tells the names on public notice, and nothing else, beyond the reader's own branch: a notice is for
 * everybody the campaign is for.
 */
const inSubtrees = (column: string) => `
  (select current_setting('app.all', true)) = 'on'
  or ${column} in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`
const self = `(select nullif(current_setting('app.self', true), '')::uuid)`
const own = `member_id = ${self} or ${self} = any (crew)`
const policy = (table: string, using: string) => `
alter table ${table} enable row level security;
create policy scope on ${table} for all to sixchains_app using (${using});`

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const years = officialYears.map(({ year, source }) => `(${year}, ${quoted(source)})`)
const days = officialYears.flatMap(({ year, days: special }) =>
  special.map(({ day, name, off }) => `('${day}', ${year}, ${quoted(name)}, ${off})`),
)

export const sql = /* sql */ `
create table honour_class (
  code text primary key,
  name text not null,
  subject text not null check (subject in ('member', 'post', 'organization')),
  requires_full boolean not null,
  validity_months int check (validity_months > 0),
  active boolean not null default true,
  version int not null default 1
);

create table campaign (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  class_code text not null,
  title text not null,
  year int not null,
  quota int not null check (quota > 0),
  branch_quota int check (branch_quota > 0),
  conditions text not null,
  notice_number text,
  nominate_from date not null,
  nominate_to date not null check (nominate_to >= nominate_from),
  publicity_days int not null check (publicity_days >= 5),
  validity_months int check (validity_months > 0),
  state text not null default 'open' check (state in ('open', 'reviewed', 'publicity', 'decided', 'cancelled')),
  nominated int not null default 0 check (nominated >= 0),
  reviewed_on date,
  expected int,
  present int,
  opinions text,
  publicity_from date,
  publicity_to date check (publicity_to >= publicity_from),
  publicity_place text,
  decided_on date check (decided_on > publicity_to),
  document_number text,
  cancel_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1
);
create index campaign_of on campaign (organization_id, year);

create table nomination (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  organization_id uuid not null references organization (id),
  subject_key text not null,
  member_id uuid references member (id),
  subject_name text not null,
  crew uuid[] not null default '{}',
  crew_names text[] not null default '{}',
  citation text not null,
  meeting_id uuid not null references meeting (id),
  meeting_line text not null,
  status text not null default 'nominated'
    check (status in ('nominated', 'withdrawn', 'proposed', 'not-proposed', 'excluded', 'awarded')),
  yes int,
  no int,
  abstain int,
  reason text,
  verdicts jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1
);
create unique index nomination_once on nomination (campaign_id, subject_key) where status <> 'withdrawn';
create index nomination_of on nomination (organization_id);

create table objection (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  organization_id uuid not null references organization (id),
  nomination_id uuid not null references nomination (id),
  raised_on date not null,
  raised_by text,
  text text not null,
  answered_on date check (answered_on >= raised_on),
  answer text,
  upheld boolean,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1
);
create index objection_of on objection (campaign_id);

create table honour (
  id uuid primary key,
  nomination_id uuid unique references nomination (id),
  campaign_id uuid references campaign (id),
  class_code text not null,
  organization_id uuid not null references organization (id),
  awarded_by uuid not null references organization (id),
  subject_key text not null,
  member_id uuid references member (id),
  subject_name text not null,
  crew uuid[] not null default '{}',
  crew_names text[] not null default '{}',
  citation text not null,
  decided_on date not null,
  document_number text not null,
  valid_to date check (valid_to > decided_on),
  revoked_on date check (revoked_on >= decided_on),
  version int not null default 1
);
create index honour_of on honour (organization_id, decided_on);
create index honour_on on honour (decided_on);
create index honour_subject on honour (subject_key);
create index honour_member on honour (member_id) where member_id is not null;
create index honour_crew on honour using gin (crew);

create table honour_event (
  id uuid primary key,
  honour_id uuid not null references honour (id),
  organization_id uuid not null references organization (id),
  on_day date not null,
  kind text not null check (kind in ('awarded', 'revoked')),
  reason text,
  document_number text,
  by_account uuid,
  by_name text,
  at timestamptz not null
);
create index honour_event_of on honour_event (honour_id);

create table holiday_year (
  year int primary key,
  source text not null,
  set_by uuid,
  set_at timestamptz,
  version int not null default 1
);
create table holiday (
  day date primary key,
  year int not null references holiday_year (year) on delete cascade,
  name text not null,
  off boolean not null,
  check (extract(year from day) = year)
);
insert into holiday_year (year, source) values ${years.join(', ')};
insert into holiday (day, year, name, off) values ${days.join(', ')};

grant select, insert, update on honour_class, campaign, nomination, objection, honour to sixchains_app;
grant select, insert on honour_event to sixchains_app;
grant select, insert, update, delete on holiday_year, holiday to sixchains_app;

${policy('nomination', `${inSubtrees('organization_id')} or ${own}`)}
${policy('objection', inSubtrees('organization_id'))}
${policy('honour', `${inSubtrees('organization_id')} or ${own}`)}
${policy('honour_event', `exists (select 1 from honour h where h.id = honour_id)`)}

create function honour_publicity(campaign uuid) returns table (subject_name text, organization_name text, citation text)
language sql stable security definer set search_path = public as $$
  select n.subject_name, o.name, n.citation
  from nomination n
  join campaign c on c.id = n.campaign_id
  join organization o on o.id = n.organization_id
  where n.campaign_id = campaign and c.state in ('publicity', 'decided') and n.status in ('proposed', 'awarded')
  order by o.path, n.subject_name collate "C", n.id
$$;
revoke all on function honour_publicity(uuid) from public;
grant execute on function honour_publicity(uuid) to sixchains_app;
`
