/**
 * What the one who answers for an item of the 责任清单 hands in (落实记录), before it is checked (检查), and why it was
 * returned. The owner reaches the own items already.
 */
export const sql = /* sql */ `
alter table responsibility
  add column reported_on date,
  add column report text,
  add column return_reason text,
  add check ((reported_on is null) = (report is null));
create index responsibility_owner on responsibility (owner_id);
`
