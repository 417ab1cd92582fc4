/**
 * What a term was before it was put right, with who did it and why. And when the counts were last compared with what they
 * come from: of two servers one does it.
 */
export const sql = `
alter table term add column corrections jsonb not null default '[]';
alter table installation add column verified_at timestamptz;
`
