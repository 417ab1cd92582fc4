/** What the installation's data key makes of a fixed text: a start with another key, or with none, is told by it. */
export const sql = /* sql */ `
alter table installation add column key_check text;
`
