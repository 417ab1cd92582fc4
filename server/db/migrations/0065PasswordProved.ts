/**
 * When it was last proved who sits at a session: at its sign-in, or by the password given again. And the passwords that an
 * account had before, as hashes; the role of the requests under a permission reads none.
 */
export const sql = /* sql */ `
alter table session add column proved_at timestamptz;
update session set proved_at = created_at;
alter table session alter column proved_at set not null;
create table password_used (
  id uuid primary key,
  account_id uuid not null references account (id),
  password_hash text not null,
  replaced_at timestamptz not null
);
create index password_used_account on password_used (account_id, replaced_at desc);
revoke all on password_used from sixchains_app;
`
