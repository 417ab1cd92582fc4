/**
 * Refusals are told apart by their session and by what was asked for, too: a digest of all names the kind. What stood
 * here kept the same from being told again within a minute.
 */
export const sql = /* sql */ `
drop table access_refusal;
create table access_refusal (
  key text primary key,
  told_at timestamptz not null
);
revoke all on access_refusal from sixchains_app;
`
