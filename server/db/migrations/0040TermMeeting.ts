/** By which election meeting a term began, where that is recorded. */
export const sql = /* sql */ `
alter table term add column meeting_id uuid references meeting (id);
`
