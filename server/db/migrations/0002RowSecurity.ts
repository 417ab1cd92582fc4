/**
 * Row-level security repeats the scope under the application's checks, on every table with personal
 * data, for a role that cannot bypass it. The door sets, local to each transaction:
 * `app.all` ('on' at the root of the tree), `app.paths` (a text array of subtree paths) and
 * `app.self` (the account's own member). A path's subtree is the byte range from 'a.b.' to 'a.b/'.
 *
 * `roster_names` tells the names, and nothing else, of people who once stood in the actor's reach: the
 * minutes of a past day name those who have since moved away.
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

export const sql = /* sql */ `
${policy('member', `${inSubtrees('organization_id')} or id = ${self}`)}
${policy('member_state', `${inSubtrees('organization_id')} or member_id = ${self}`)}
${policy('post', `${inSubtrees('organization_id')} or member_id = ${self}`)}
${policy('meeting', `${inSubtrees('organization_id')} or id in (select a.meeting_id from attendance a where a.member_id = ${self})`)}
${policy('makeup', `${inSubtrees('organization_id')} or member_id = ${self}`)}
${policy('exemption', inSubtrees('organization_id'))}
${policy('attendance', `${inSubtrees('organization_id')} or member_id = ${self}`)}
${policy('correction', `exists (select 1 from meeting m where m.id = meeting_id)`)}

create function roster_names(ids uuid[]) returns table (id uuid, name text, name_sort text)
language sql stable security definer set search_path = public as $$
  select m.id, m.name, m.name_sort from member m
  where m.id = any (ids) and exists (
    select 1 from member_state s where s.member_id = m.id and (${inSubtrees('s.organization_id')}))
$$;

revoke all on function roster_names(uuid[]) from public;
grant execute on function roster_names(uuid[]) to sixchains_app;
`
