/**
 * 民主生活会 is the meeting of whoever holds a post of a 党委 or 党总支, wherever below it they stand: `calling` names such
 * organs and `is_called` those people, as `rosterOf` of domain/meetings.rules does (see 0028). What these organs owe is
 * counted from now on.
 */
export const sql = /* sql */ `
create or replace function calling(who uuid) returns setof uuid language sql stable as $$
  select s.organization_id from member_state s where s.member_id = who
  union
  select h.parent_id from member_state s join organization_history h on h.organization_id = s.organization_id
  where s.member_id = who and h.parent_id is not null
  union
  select p.organization_id from post p where p.member_id = who
$$;

create or replace function is_called(organ uuid, held_on date, types text[], who uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from member_state s
    where s.member_id = who and s.valid_from <= held_on and (s.valid_to is null or s.valid_to >= held_on)
      and s.stage in ('probationary', 'full') and s.standing = 'normal' and s.rights <> 'suspended'
      and s.relation <> 'moving-in'
      and ('democratic-life' = any (types) or s.organization_id = organ or exists (
        select 1 from organization_history h
        where h.organization_id = s.organization_id and h.parent_id = organ
          and h.valid_from <= held_on and (h.valid_to is null or h.valid_to >= held_on)))
      and (not types && array['committee-meeting', 'democratic-life'] or exists (
        select 1 from post p
        where p.organization_id = organ and p.member_id = who and p.post not in ('group-leader', 'deputy-group-leader')
          and p.started_on <= held_on and (p.ended_on is null or p.ended_on >= held_on))))
$$;

insert into recount_mark (id, organization_id)
select gen_random_uuid(), o.id from organization o
where o.kind in ('committee', 'general-branch') and exists (select 1 from post p where p.organization_id = o.id);
`
