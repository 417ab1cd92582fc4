/**
 * The honour board as it hangs on the wall: what the organs at or above the reader's place have decided, and what
 * stands below it, told to whoever belongs there. As with public notice (`honour_publicity`), row-level security
 * keeps the records themselves: the functions tell what was published and nothing else, no person's id among it.
 */
const places = `
  select p.path from unnest((select coalesce(nullif(current_setting('app.paths', true), ''), '{}'))::text[]) as p (path)
  union
  select o.path from member m join organization o on o.id = m.organization_id
  where m.id = (select nullif(current_setting('app.self', true), '')::uuid)`
/** Addressed to the reader: by an organ at, above or below one of the reader's places. */
const addressed = (path: string) => `
  ((select current_setting('app.all', true)) = 'on'
  or exists (select 1 from (${places}) here where starts_with(here.path, ${path}) or starts_with(${path}, here.path)))`
const toldTo = (name: string) => `
revoke all on function ${name} from public;
grant execute on function ${name} to sixchains_app;`

export const sql = /* sql */ `
create function honour_wall(today date) returns table (
  id uuid, class_code text, organization_name text, path text, sort text, subject_name text, crew_names text[],
  citation text, decided_on date, document_number text, valid_to date, portrait text
)
language sql stable security definer set search_path = public as $$
  select h.id, h.class_code, o.name, o.path, coalesce(h.subject_sort, o.name_pinyin), h.subject_name, h.crew_names,
    h.citation, h.decided_on, h.document_number, h.valid_to, h.portrait
  from honour h
  join organization o on o.id = h.organization_id
  join organization a on a.id = h.awarded_by
  where h.revoked_on is null and (h.valid_to is null or h.valid_to >= today) and ${addressed('a.path')}
$$;
${toldTo('honour_wall(date)')}

create function honour_wall_portrait(today date, wanted text) returns table (type text, image bytea)
language sql stable security definer set search_path = public as $$
  select p.type, p.image from honour_portrait p
  where p.digest = wanted and p.honour_id in (select w.id from honour_wall(today) w)
  limit 1
$$;
${toldTo('honour_wall_portrait(date, text)')}

create function honour_notices(today date) returns table (
  campaign uuid, title text, class_code text, organ text, publicity_from date, publicity_to date, place text
)
language sql stable security definer set search_path = public as $$
  select c.id, c.title, c.class_code, a.name, c.publicity_from, c.publicity_to, c.publicity_place
  from campaign c
  join organization a on a.id = c.organization_id
  where c.state = 'publicity' and today between c.publicity_from and c.publicity_to and ${addressed('a.path')}
$$;
${toldTo('honour_notices(date)')}
`
