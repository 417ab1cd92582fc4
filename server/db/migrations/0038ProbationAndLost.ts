/** Who is on probation and who is lost are few, and are found without asking everybody. */
export const sql = /* sql */ `
create index member_on_probation on member (joined_on) where stage = 'probationary';
create index member_lost on member (lost_since) where lost;
`
