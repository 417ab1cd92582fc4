/**
 * Whether a service fell into a 主题党日 is asked of the minutes when the record is read. Written down with the record it
 * had to be written again with every signature, by which all who signed in one branch waited for each other.
 *
 * `theme_days` tells it also to who confirms for a group, without reach of the branch's meetings: of one's own days,
 * and of days on which there are records in reach.
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

create function theme_days(members uuid[], days date[])
returns table (member_id uuid, served_on date, title text, started_at text, ended_at text)
language sql stable security definer set search_path = public as $$
  select w.member_id, w.day, m.title, m.started_at, m.ended_at
  from (select distinct u.member_id, u.day from unnest(members, days) as u (member_id, day)) w
  join attendance a on a.member_id = w.member_id and a.status = 'present'
  join meeting m on m.id = a.meeting_id and m.held_on = w.day and m.status in ('signed', 'archived') and 'theme-day' = any (m.types)
  where w.member_id = ${self} or exists (
    select 1 from service_record s where s.member_id = w.member_id and s.served_on = w.day and (${inSubtrees('s.organization_id')}))
  order by m.started_at, m.id $$;

revoke all on function theme_days(uuid[], date[]) from public;
grant execute on function theme_days(uuid[], date[]) to sixchains_app;
`
