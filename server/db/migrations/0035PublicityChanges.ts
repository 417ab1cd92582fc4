/**
 * How a public notice was lengthened or corrected while it hung. Written once; it holds nothing personal of the nominees
 * and is read, as the campaign is, by all whom it concerns.
 */
export const sql = /* sql */ `
create table publicity_change (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  on_day date not null,
  by_account uuid not null,
  by_name text not null,
  reason text not null,
  from_before date not null,
  to_before date not null,
  place_before text not null,
  from_after date not null,
  to_after date not null check (to_after >= from_after),
  place_after text not null
);
create index publicity_change_of on publicity_change (campaign_id);
grant select, insert on publicity_change to sixchains_app;
`
