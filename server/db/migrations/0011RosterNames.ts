/**
 * `roster_names` (see 0002) asks the history of each person that is named, by its index. As it was, the
 * planner could turn the question round and read the history of everybody: 70 ms for twenty names among
 * 100,000. `offset 0` is the border that it does not cross.
 */
export const sql = /* sql */ `
create or replace function roster_names(ids uuid[]) returns table (id uuid, name text, name_sort text)
language sql stable security definer set search_path = public as $$
  select m.id, m.name, m.name_sort from member m
  where m.id = any (ids) and exists (
    select 1 from (select p.organization_id from member_state p where p.member_id = m.id offset 0) s
    where (select current_setting('app.all', true)) = 'on' or s.organization_id in (
      select o.id from organization o
      join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as r (path)
        on o.path >= r.path collate "C" and o.path < (left(r.path, -1) || '/') collate "C"))
$$;
`
