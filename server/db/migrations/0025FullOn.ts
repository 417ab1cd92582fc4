/**
 * 转正之日 is the end of probation and not the day on which its approval was recorded (党章 Art. 7, 细则 Art. 33): a
 * change to full membership carries it until its own day has come.
 */
export const sql = /* sql */ `
alter table member_state add column full_on date;
`
