/**
 * Counts that follow from the state of things, as who belongs to an organization and what it owes, and not
 * from a record each: `own_count` is what was last worked out for an organization alone in a year, by kind
 * twelve numbers. Whoever changes what they are made from leaves a mark; until it is worked off, readers
 * make the marked organizations' counts anew. Who was reached by a 警示教育 was reached, wherever it was held: so
 * `reached_members` looks beyond the actor's own organizations, and answers no more than that. See docs/adr/0012.
 * The rollup's key carries its numbers, so that a reader of twenty parts opens twenty stretches of an index and
 * not a page for each number: 0.6 ms instead of 100.
 */
export const sql = /* sql */ `
create table own_count (
  organization_id uuid not null references organization (id),
  starts_on date not null,
  counts jsonb not null,
  primary key (organization_id, starts_on)
);
create table recount_mark (
  id uuid primary key,
  organization_id uuid not null
);
create index recount_mark_of on recount_mark (organization_id);
create table recount_year (
  year int primary key,
  as_of date not null
);
insert into locks (name) values ('recount');
create unique index rollup_cell on rollup (organization_id, kind, month) include (count, minutes);
alter table rollup drop constraint rollup_pkey;
alter table rollup add constraint rollup_pkey primary key using index rollup_cell;
create index member_state_begins on member_state (valid_from);
create index member_state_ends on member_state (valid_to) where valid_to is not null;
create function mark_members(ids uuid[]) returns void language sql security definer set search_path = public as
$$ insert into recount_mark (id, organization_id) select gen_random_uuid(), s.organization_id from member_state s where s.member_id = any (ids) group by s.organization_id $$;
create function mark_branches() returns void language sql security definer set search_path = public as
$$ insert into recount_mark (id, organization_id) select gen_random_uuid(), o.id from organization o where o.kind = 'branch' $$;
create function reached_members(ids uuid[], first date, last date) returns setof uuid language sql stable security definer set search_path = public as
$$ select distinct a.member_id from education_attendance a join warning_education e on e.id = a.education_id
where a.member_id = any (ids) and a.present and e.withdrawn_at is null and e.held_on between first and last $$;
grant select on own_count to sixchains_app;
grant select, insert on recount_mark to sixchains_app;
grant select on recount_year to sixchains_app;
alter table own_count enable row level security;
create policy scope on own_count for select to sixchains_app using (
  (select current_setting('app.all', true)) = 'on'
  or organization_id in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  ));
`
