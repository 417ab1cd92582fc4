/**
 * How many full members a branch and the groups that then stood in it had, by the day on which that changed: what decides
 * whether it owes committee meetings (支部工作条例 Art. 20). A group may have gone to another branch since, where who asks
 * for the old one sees nobody of it: so it reads past the row-level security, and answers numbers only, of branches that
 * the asker could name.
 */
export const sql = /* sql */ `
create function branch_strength(branches uuid[], first_day date, last_day date)
returns table (branch uuid, day date, change bigint)
language sql stable security definer set search_path = public as $$
  with place as (
    select b as id, b as branch, null::date as since, null::date as until from unnest(branches) b
    union all
    select h.organization_id, h.parent_id, h.valid_from, h.valid_to
    from organization_history h
    where h.parent_id = any (branches) and h.valid_from <= last_day and (h.valid_to is null or h.valid_to >= first_day)
  ), stay as (
    select p.branch, greatest(s.valid_from, p.since, first_day) as since, least(s.valid_to, p.until) as until
    from place p join member_state s on s.organization_id = p.id
    where s.stage = 'full' and s.standing = 'normal' and s.valid_from <= least(last_day, p.until)
      and (s.valid_to is null or s.valid_to >= greatest(first_day, p.since))
  )
  select c.branch, c.day, sum(c.n)
  from (select branch, since as day, 1 as n from stay union all select branch, until + 1, -1 from stay where until < last_day) c
  group by c.branch, c.day having sum(c.n) <> 0
$$;
revoke all on function branch_strength(uuid[], date, date) from public;
grant execute on function branch_strength(uuid[], date, date) to sixchains_app;
`
