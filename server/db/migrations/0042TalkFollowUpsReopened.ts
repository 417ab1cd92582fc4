/**
 * A follow-up of a talk that was said to be done by mistake keeps, beside itself and as confidential, what had been said
 * and why it was taken back: the log tells nothing of a talk.
 */
export const sql = /* sql */ `
alter table talk_follow_up add column reopened jsonb not null default '[]';
`
