/**
 * A path is unique, but not a key: PostgreSQL takes the row lock of a key change (FOR UPDATE) for every
 * column under a whole unique index, and that waits for writers whose rows refer to the organization. A
 * move and two writers could so wait for each other in a circle; a partial index is no key.
 */
export const sql = /* sql */ `
alter table organization drop constraint organization_path_key;
create unique index organization_path on organization (path) where path is not null;
`
