/**
 * What a term was before it was put right, with who did it and why. When the counts were last compared with what they come
 * from: of two servers one does it.
 *
 * And which roles have outlived what they were given for: the account's member is on no roster any more, leads no branch or
 * group they belong to, or left their posts there after the role was granted. The security administrator sees which roles, and
 * nothing of the roster: the function answers ids only.
 */
export const sql = `
alter table term add column corrections jsonb not null default '[]';
alter table installation add column verified_at timestamptz;
create function orphaned_assignments(today date) returns setof uuid language sql stable security definer set search_path = public as
$$ select x.id from assignment x
join account a on a.id = x.account_id join member m on m.id = a.member_id
join organization o on o.id = x.organization_id join organization p on p.id = m.organization_id
where x.revoked_at is null and x.role <> 'member' and (
  m.standing not in ('normal', 'suspended')
  or x.role in ('branch-secretary', 'group-leader') and not starts_with(p.path, o.path)
  or exists (
    select 1 from post h where h.member_id = m.id and h.organization_id = o.id
      and h.ended_on < today and h.ended_on >= (x.granted_at at time zone 'Asia/Shanghai')::date
  ) and not exists (
    select 1 from post h where h.member_id = m.id and h.organization_id = o.id and (h.ended_on is null or h.ended_on >= today)
  )
) $$;
revoke all on function orphaned_assignments(date) from public;
grant execute on function orphaned_assignments(date) to sixchains_app;
`
