/**
 * A request may come with what the server remembers of its session; the statement that enters the scope
 * compares it with the session as it is, and calls this where they differ.
 */
export const sql = /* sql */ `
create function session_changed() returns boolean language plpgsql as
$$ begin raise exception 'the session is not what it was' using errcode = 'SC001'; end $$;
`
