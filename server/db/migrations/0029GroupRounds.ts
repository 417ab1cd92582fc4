/**
 * 组织生活会 held as group meetings (支部工作条例 Art. 17) is the branch's when every group that stood in it at the time held
 * one. A group may have gone to another branch since, where who asks for its old one sees neither the group nor its
 * meetings: so `group_rounds` reads past the row-level security, and answers only of branches in the asker's reach (of all
 * to the worker, who asks as the owner) of which a group held one for that 年度.
 */
const reached = `
  current_setting('role') <> 'sixchains_app' or (select current_setting('app.all', true)) = 'on'
  or h.parent_id in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`

export const sql = /* sql */ `
create index held_life on held (year, organization_id) where duty = 'life-meeting';

create function group_rounds(of_year int) returns table (branch uuid, stretches json, meetings json)
language sql stable security definer set search_path = public as $$
  with span as (
    select make_date(of_year, 1, 1) as first, make_date(of_year + 1, 3, 31) as last
  ), holder as materialized (
    select distinct h.parent_id as branch
    from held x join organization g on g.id = x.organization_id and g.kind = 'group'
    join organization_history h on h.organization_id = g.id and h.parent_id is not null, span
    where x.year = of_year and x.duty = 'life-meeting' and h.valid_from <= span.last
      and (h.valid_to is null or h.valid_to >= span.first) and (${reached})
  ), stretch as materialized (
    select b.branch, g.id, g.rank, h.name, h.valid_from, h.valid_to
    from holder b join organization_history h on h.parent_id = b.branch
    join organization g on g.id = h.organization_id and g.kind = 'group', span
    where h.valid_from <= span.last and (h.valid_to is null or h.valid_to >= span.first)
  )
  select s.branch,
    json_agg(json_build_object('groupId', s.id, 'name', s.name, 'from', s.valid_from, 'to', s.valid_to)
      order by s.rank, s.name, s.valid_from),
    (select coalesce(json_agg(json_build_object('groupId', m.organization_id, 'on', m.held_on,
        'counted', m.status in ('signed', 'archived'), 'prompt', not m.entered_late)), '[]')
      from stretch t join meeting m on m.organization_id = t.id, span
      where t.branch = s.branch and 'life-meeting' = any (m.types) and m.held_on between span.first and span.last
        and m.held_on >= t.valid_from and (t.valid_to is null or m.held_on <= t.valid_to)
        and coalesce(m.assessment_year, extract(year from m.held_on)::int) = of_year)
  from stretch s group by s.branch
$$;
revoke all on function group_rounds(int) from public;
grant execute on function group_rounds(int) to sixchains_app;
`
