/** What a term was before it was put right, with who did it and why. */
export const sql = `
alter table term add column corrections jsonb not null default '[]';
`
