/**
 * What happened to an item of the 责任清单 stands with it: evidence that was returned, replaced or taken back stays
 * readable. A follow-up of a 警示教育 keeps what had been said of it before it was reopened, as one of a talk does.
 */
export const sql = /* sql */ `
alter table responsibility add column events jsonb not null default '[]';
alter table education_follow_up add column reopened jsonb not null default '[]';
`
