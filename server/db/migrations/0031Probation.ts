/**
 * An extension of probation (细则 Art. 31) is told with the state that its decision begins and carried on by those
 * after it; the record holds until when, while the member is on probation.
 */
export const sql = /* sql */ `
alter table member_state add column probation_until date;
alter table member add column probation_until date;
`
