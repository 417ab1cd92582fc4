/**
 * Finding an organization among 100,000 by part of its name: reading every row takes 25 ms and more,
 * the letters of the query in an inverted index 1 to 5. Names by single characters, pinyin by three
 * letters, initials by two; the query itself is compared afterwards. Trigram extensions are not
 * portable, and a plain function is. Pending lists are off: they would be read at every search.
 */
export const sql = /* sql */ `
create function organization_grams(name text, pinyin text, initials text) returns text[]
language sql immutable strict parallel safe
as $$ select array(
  select substr(value, i, size)
  from (values (name, 1), (pinyin, 3), (initials, 2)) as part (value, size),
    generate_series(1, char_length(value) - size + 1) as i) $$;

create index organization_grams on organization
  using gin (organization_grams(name, name_pinyin, name_initials)) with (fastupdate = off);
create index organization_name on organization ((name collate "C"));
create index organization_pinyin on organization (name_pinyin);
create index organization_initials on organization (name_initials);
`
