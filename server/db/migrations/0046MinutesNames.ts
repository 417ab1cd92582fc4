/**
 * Minutes keep what their organ was called and who recorded and signed them, as they keep the names of those on the list:
 * from submission on an organization or an account may be renamed, and the paper stays as it was signed.
 */
export const sql = /* sql */ `
alter table meeting add column organization_name text, add column created_by_name text, add column signed_by_name text;
update meeting m set
  organization_name = coalesce(
    (select h.name from organization_history h where h.organization_id = m.organization_id and h.valid_from <= m.held_on
      and (h.valid_to is null or h.valid_to >= m.held_on) order by h.valid_from desc limit 1),
    (select o.name from organization o where o.id = m.organization_id)),
  created_by_name = (select a.name from account a where a.id = m.created_by),
  signed_by_name = (select a.name from account a where a.id = m.signed_by)
where m.status <> 'draft';
`
