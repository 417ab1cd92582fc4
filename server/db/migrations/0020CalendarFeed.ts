/**
 * The address at which a person's calendar program asks: one an account, kept as its digest alone. The role of the
 * requests under a permission (`sixchains_app`) can end one, with its account, and read no digest.
 */
export const sql = /* sql */ `
create table calendar_feed (
  account_id uuid primary key references account (id),
  secret_hash text not null unique,
  language text not null,
  made_at timestamptz not null,
  fetched_at timestamptz
);
revoke all on calendar_feed from sixchains_app;
grant select (account_id), delete on calendar_feed to sixchains_app;
`
