/**
 * What a branch owes follows since 0045 from the groups that stood in it then: the counts of branches that a group was ever
 * part of are made anew. The first verification of all counts waits for the night, and does not begin with the update.
 */
export const sql = /* sql */ `
insert into recount_mark (id, organization_id)
select gen_random_uuid(), p.parent_id from (
  select distinct h.parent_id from organization_history h
  join organization g on g.id = h.organization_id and g.kind = 'group' where h.parent_id is not null
) p;
update installation set verified_at = now() where set_up_at is not null and verified_at is null;
`
