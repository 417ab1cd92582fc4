/**
 * An entry of the log tells the session that it came from; one without is sealed as it always was. And which refusal of
 * whom was written last, so that a page that asks in a loop fills no log.
 */
export const sql = /* sql */ `
alter table audit_entry add column session_id uuid;
create table access_refusal (
  account_id uuid not null references account (id),
  operation text not null,
  told_at timestamptz not null,
  primary key (account_id, operation)
);
revoke all on access_refusal from sixchains_app;
`
