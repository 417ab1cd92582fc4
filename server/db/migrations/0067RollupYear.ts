/** What a year adds up to, kind by kind: the cockpit reads it of an organization and of all its children at once. */
export const sql = /* sql */ `
create index rollup_year on rollup (organization_id, month, kind) include (count) where month like 'Y%';
`
