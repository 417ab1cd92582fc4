/**
 * The entries of the log that no link of the chain holds yet, written with the entry and taken away with its seal:
 * the sealer looks at these alone, however long the log is, and misses none, for an entry that is committed late
 * brings its own row along. In the database, so that no writer can forget it.
 *
 * And the wrong passwords that came from one address, whatever the login: the moment at which all of them are forgotten.
 */
export const sql = /* sql */ `
create table audit_unsealed (entry_id uuid primary key);
create function note_unsealed() returns trigger language plpgsql security definer set search_path = public as
$$ begin insert into audit_unsealed (entry_id) select id from added; return null; end $$;
create function note_sealed() returns trigger language plpgsql security definer set search_path = public as
$$ begin delete from audit_unsealed u using added a where u.entry_id = a.entry_id; return null; end $$;
create trigger unsealed after insert on audit_entry referencing new table as added for each statement execute function note_unsealed();
create trigger sealed after insert on audit_seal referencing new table as added for each statement execute function note_sealed();
insert into audit_unsealed (entry_id)
  select e.id from audit_entry e where not exists (select 1 from audit_seal s where s.entry_id = e.id);
create table address_failure (address text primary key, forgotten_at timestamptz not null);
`
