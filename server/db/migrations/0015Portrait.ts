/**
 * Honours: sorted by pinyin as members and organizations are, a portrait of the holder, a later last day as an event,
 * and the certificate that a number checks.
 *
 * A post that was honoured before has no key of its own: it stands at its organization's (`coalesce` where it is read).
 */
const inSubtrees = `
  (select current_setting('app.all', true)) = 'on'
  or organization_id in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`
const keyed = (table: string) => `
alter table ${table} add column subject_sort text collate "C";
update ${table} x set subject_sort = m.name_sort from member m where m.id = x.member_id;
update ${table} x set subject_sort = o.name_pinyin from organization o where x.subject_key = 'organization:' || o.id;
`
/** The picture and the paper are seen by whoever sees the honour; its row-level security decides. */
const asTheHonour = (table: string) => `
alter table ${table} enable row level security;
create policy scope on ${table} for all to sixchains_app
  using (exists (select 1 from honour h where h.id = honour_id)) with check (${inSubtrees});`

export const sql = /* sql */ `
${keyed('honour')}
${keyed('nomination')}
alter table honour add column portrait text;
create table honour_portrait (
  honour_id uuid primary key references honour (id),
  organization_id uuid not null references organization (id),
  digest text not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  image bytea not null check (octet_length(image) between 1 and 524288),
  set_by uuid not null,
  set_at timestamptz not null
);
create table honour_certificate (
  honour_id uuid primary key references honour (id),
  organization_id uuid not null references organization (id),
  number text not null unique,
  subject text not null,
  subject_name text not null,
  crew_names text[] not null,
  organization_name text not null,
  class_code text not null,
  class_name text not null,
  awarded_by_name text not null,
  bureau_name text not null,
  decided_on date not null,
  document_number text not null,
  issued_on date not null,
  issued_by uuid not null,
  issued_by_name text not null,
  digest text not null
);
alter table honour_event add column valid_before date;
alter table honour_event add column valid_to date;
alter table honour_event drop constraint honour_event_kind_check;
alter table honour_event add constraint honour_event_kind_check check (kind in ('awarded', 'extended', 'revoked') and (kind = 'extended') = (valid_to is not null and valid_before is not null));
grant select, insert, update, delete on honour_portrait to sixchains_app;
grant select, insert on honour_certificate to sixchains_app;
${asTheHonour('honour_portrait')}
${asTheHonour('honour_certificate')}
create or replace function honour_publicity(campaign uuid) returns table (subject_name text, organization_name text, citation text)
language sql stable security definer set search_path = public as $$
  select n.subject_name, o.name, n.citation
  from nomination n
  join campaign c on c.id = n.campaign_id
  join organization o on o.id = n.organization_id
  where n.campaign_id = campaign and c.state in ('publicity', 'decided') and n.status in ('proposed', 'awarded')
  order by o.path, coalesce(n.subject_sort, o.name_pinyin), n.subject_name collate "C", n.id
$$;
`
