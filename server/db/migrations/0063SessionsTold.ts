/**
 * Where somebody is signed in can be told: each session has a name of its own that opens nothing, and keeps what browser
 * and system told of themselves at the sign-in, and the address it came from. Of older ones neither is known.
 */
export const sql = /* sql */ `
alter table session add column id uuid, add column browser text, add column system text, add column address text;
update session set id = gen_random_uuid();
alter table session alter column id set not null;
alter table session add constraint session_id unique (id);
`
