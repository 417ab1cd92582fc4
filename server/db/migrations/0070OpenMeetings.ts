/** The few records that nobody has signed: drafts and what waits for a signature stand on every workbench. */
export const sql = /* sql */ `
create index meeting_open on meeting (status, held_on desc) where status in ('draft', 'submitted');
`
