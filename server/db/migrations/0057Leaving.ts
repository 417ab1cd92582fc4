/**
 * How somebody left the Party is told with the state that says so (除名 is not 开除), and of the record while it lasts; of
 * those recorded before, nobody was asked.
 *
 * A post says with which change of status it was left (`left_on`, the day of the change), so that it comes back where the
 * change is taken back: unless its organization was closed or elected since, or somebody else holds it now. Like
 * leave_posts it looks beyond the actor's own. Whether it was elected or filled since is asked once nobody can do either any
 * more: lock_returning takes the organizations, and the place gone back to, in one order. It is a call of its own, for all
 * statements of a function in SQL see what stood when it began.
 */
export const sql = /* sql */ `
alter table member_state add column leaving text check (leaving is null or standing = 'left');
alter table member add column leaving text check (leaving is null or standing = 'left');
alter table post add column left_on date;
create or replace function leave_posts(leaver uuid, on_day date, place uuid) returns void language sql security definer set search_path = public as
$$ with ended as (
  update post p set ended_on = greatest(p.started_on, on_day - 1), left_on = on_day, version = p.version + 1
  where p.member_id = leaver and p.ended_on is null and not exists (
    select 1 from organization held, organization stays
    where held.id = p.organization_id and stays.id = place and starts_with(stays.path, held.path))
  returning p.organization_id
) insert into recount_mark (id, organization_id) select gen_random_uuid(), organization_id from ended group by organization_id $$;
create function lock_returning(returner uuid, on_day date, place uuid) returns void language sql security definer set search_path = public as
$$ select from organization o
  where o.id in (select place union select p.organization_id from post p where p.member_id = returner and p.left_on = on_day)
  order by o.id for no key update $$;
create function return_posts(returner uuid, on_day date) returns void language sql security definer set search_path = public as
$$ with returned as (
  update post p set ended_on = null, left_on = null, version = p.version + 1
  from organization o
  where p.member_id = returner and p.left_on = on_day and p.ended_on = greatest(p.started_on, on_day - 1)
    and o.id = p.organization_id and o.closed_on is null
    and not exists (select 1 from term t where t.organization_id = p.organization_id and t.started_on >= on_day)
    and not exists (
      select 1 from post other
      where other.organization_id = p.organization_id and other.post = p.post and other.ended_on is null
        and (other.member_id = p.member_id or p.post in ('secretary', 'group-leader')))
  returning p.organization_id
) insert into recount_mark (id, organization_id) select gen_random_uuid(), organization_id from returned group by organization_id $$;
`
