/**
 * How often each organ held each duty, month by month: one row per organ, duty and year, with twelve
 * numbers, so that its size is organs × duties × years whatever the number of meetings. The masks say
 * which months have one (bit 0 is January): the root of 5,000 organizations reads only them.
 */
const months = Array.from({ length: 12 }, (_, index) => index)

const mask = (column: string, condition: (month: string) => string) =>
  `${column} int not null generated always as (${months
    .map((index) => `case when ${condition(String(index + 1))} then ${1 << index} else 0 end`)
    .join(' + ')}) stored`

export const sql = /* sql */ `
create table held (
  year int not null,
  organization_id uuid not null references organization (id),
  duty text not null,
  held int[] not null check (cardinality(held) = 12),
  late int[] not null check (cardinality(late) = 12),
  awaiting int[] not null check (cardinality(awaiting) = 12),
  ${mask('held_months', (month) => `held[${month}] > 0`)},
  ${mask('prompt_months', (month) => `held[${month}] > late[${month}]`)},
  ${mask('awaiting_months', (month) => `awaiting[${month}] > 0`)},
  primary key (year, organization_id, duty)
);
grant select, insert, update, delete on held to sixchains_app;
alter table held enable row level security;
create policy scope on held for all to sixchains_app using (
  (select current_setting('app.all', true)) = 'on'
  or organization_id in (
    select o.id from organization o
    join unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
      on o.path >= p.path collate "C" and o.path < (left(p.path, -1) || '/') collate "C"
  ));
`
