/**
 * When and where an announced meeting was to be before it was last moved, and why it was: whoever had answered by then
 * is told until its day.
 */
export const sql = /* sql */ `
alter table announcement
  add column moved_from jsonb,
  add column moved_at timestamptz,
  add check ((moved_from is null) = (moved_at is null));
`
