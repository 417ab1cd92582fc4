/** What the months of a year add up to stands beside them, under 'Y2026' in the place of the month: who asks for a year reads one row, not twelve. */
export const sql = /* sql */ `
insert into rollup (organization_id, kind, month, count, minutes)
select organization_id, kind, 'Y' || left(month, 4), sum(count), sum(minutes) from rollup group by 1, 2, 3;
`
