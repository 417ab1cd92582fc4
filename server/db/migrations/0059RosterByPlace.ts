/**
 * The roster shows who is on it, unless whoever has left is asked for: the indexes that its pages, counts and searches by
 * name read hold the standing as well, so that none of them reads a row of the table for it.
 */
export const sql = /* sql */ `
drop index member_place;
drop index member_place_sort;
create index member_place on member (organization_id, name, id) include (name_sort, standing);
create index member_place_sort on member (organization_id, name_sort, id) include (standing);
`
