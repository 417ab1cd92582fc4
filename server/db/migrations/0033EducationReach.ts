const reach = `
  select o.id from organization o
  join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
    on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"`

const self = `(select nullif(current_setting('app.self', true), '')::uuid)`

/**
 * 警示教育 is read by who reaches its organ, where somebody stood whom it was for, or that person. The condition named no
 * place and nobody: for each list it read the whole attendance of the installation. Asked by place and by person, two
 * indexes answer. Of how many places a scope has the planner knows nothing and thinks of thousands: `offset 0` has it look
 * into the index once for each.
 */
export const sql = `
create index education_attendance_place on education_attendance (place_id, education_id);
drop index education_attendance_member;
create index education_attendance_member on education_attendance (member_id, education_id) include (present);
drop policy scope on warning_education;
create policy scope on warning_education for all to sixchains_app using (
  (select current_setting('app.all', true)) = 'on'
  or organization_id in (${reach})
  or id in (
    select a.education_id from (${reach} offset 0) o
    cross join lateral (select education_id from education_attendance where place_id = o.id offset 0) a
  )
  or id in (select a.education_id from education_attendance a where a.member_id = ${self})
);
`
