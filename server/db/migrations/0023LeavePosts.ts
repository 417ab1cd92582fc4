/**
 * Ends the posts that a member leaves: all of them with the Party, with an organization those that do not lie above the
 * new place (`place`). Whoever records it may reach fewer organizations than the member holds posts in, so it looks
 * beyond the actor's own. Posts of those who had left before end with it.
 */
export const sql = /* sql */ `
create function leave_posts(leaver uuid, on_day date, place uuid) returns void language sql security definer set search_path = public as
$$ with ended as (
  update post p set ended_on = greatest(p.started_on, on_day - 1), version = p.version + 1
  where p.member_id = leaver and p.ended_on is null and not exists (
    select 1 from organization held, organization stays
    where held.id = p.organization_id and stays.id = place and starts_with(stays.path, held.path))
  returning p.organization_id
) insert into recount_mark (id, organization_id) select gen_random_uuid(), organization_id from ended group by organization_id $$;
update post p set ended_on = greatest(p.started_on, s.valid_from - 1), version = p.version + 1
from member_state s where s.member_id = p.member_id and s.valid_to is null and s.standing = 'left' and p.ended_on is null;
`
