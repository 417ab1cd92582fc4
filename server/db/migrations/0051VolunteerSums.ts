/**
 * Somebody's volunteer hours, star and certificate are of every record, also of those made where the member stood before:
 * row-level security would leave these out for whoever answers for the member now. So the sums, and no row, are read past
 * it, only about a member who stands in the asker's reach or is the asker (as `study_sources`, 0005).
 */
const inSubtrees = `
  (select current_setting('app.all', true)) = 'on'
  or m.organization_id in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  )`

export const sql = /* sql */ `
create function volunteer_sums(of_member uuid, first_day date, last_day date)
returns table (records int, visits int, minutes int)
language sql stable security definer set search_path = public as $$
  select count(*)::int, coalesce(sum(s.visits), 0)::int, coalesce(sum(s.minutes), 0)::int
  from service_record s join member m on m.id = s.member_id
  where s.member_id = of_member and s.state = 'confirmed' and s.is_volunteer and s.minutes is not null
    and s.served_on between first_day and last_day
    and (m.id = (select nullif(current_setting('app.self', true), '')::uuid) or ${inSubtrees})
$$;
revoke all on function volunteer_sums(uuid, date, date) from public;
grant execute on function volunteer_sums(uuid, date, date) to sixchains_app;
`
