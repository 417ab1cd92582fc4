/** A guest who came for part of an activity has minutes as a member has; those recorded before stayed to the end. */
export const sql = /* sql */ `
update study set guests = (
  select jsonb_agg(jsonb_build_object('minutes', null) || g order by n)
  from jsonb_array_elements(guests) with ordinality as x (g, n)
) where guests <> '[]';
`
