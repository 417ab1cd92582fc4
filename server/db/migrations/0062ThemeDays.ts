/**
 * Whether a service fell into a 主题党日 is asked of the minutes when the record is read. Written down with the record it
 * had to be written again with every signature, by which all who signed in one branch waited for each other.
 *
 * `theme_days` goes by the place of each record, for the minutes of a day are found by who held it: a theme day has on its
 * list who stood there or below. Of a place that has since gone elsewhere its parent of that day counts too. It tells the
 * day also to who confirms for a group, without reach of the branch's meetings: of one's own records, and of
 * those at places in reach. In plpgsql its plan is made once for a connection.
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
alter table service_record drop column theme_day;

create function theme_days(members uuid[], days date[], places uuid[])
returns table (member_id uuid, served_on date, title text, started_at text, ended_at text)
language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin return query
  with recursive asked as materialized (
    select distinct u.member_id, u.day, u.place from unnest(members, days, places) as u (member_id, day, place)
    where u.member_id = ${self} or ${inSubtrees('u.place')}
  ), above as (
    select distinct place, place as id from asked
    union select above.place, o.parent_id from above
      cross join lateral (select parent_id from organization where id = above.id and parent_id is not null offset 0) o
  ), held as (
    select w.member_id, w.day, above.id as organization_id from asked w join above on above.place = w.place
    union
    select w.member_id, w.day, h.parent_id from asked w cross join lateral (
      select parent_id from organization_history where organization_id = w.place
        and valid_from <= w.day and (valid_to is null or valid_to >= w.day) offset 0
    ) h
  )
  select w.member_id, w.day, m.title, m.started_at, m.ended_at
  from held w
    cross join lateral (
      select * from meeting where organization_id = w.organization_id and held_on = w.day
        and status in ('signed', 'archived') and 'theme-day' = any (types) offset 0
    ) m
    cross join lateral (
      select 1 from attendance where meeting_id = m.id and member_id = w.member_id and status = 'present' offset 0
    ) a
  order by m.started_at, m.id; end $$;

revoke all on function theme_days(uuid[], date[], uuid[]) from public;
grant execute on function theme_days(uuid[], date[], uuid[]) to sixchains_app;
`
