/** The cockpit counts each meeting once, whatever its types: what was signed before is counted as pending. */
export const sql = /* sql */ `
insert into delta (id, organization_id, month, kind, count)
  select gen_random_uuid(), organization_id, to_char(held_on, 'YYYY-MM'), 'meetings', count(*)
  from meeting where status in ('signed', 'archived') group by organization_id, to_char(held_on, 'YYYY-MM');
`
