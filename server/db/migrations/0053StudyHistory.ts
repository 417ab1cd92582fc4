/**
 * What happened to a study activity, as services keep it: reopening wiped who had closed it, and told its last reason alone,
 * of nobody. What happened before is told from the row and from the log of its acts; where the log says nothing, when it
 * was reopened is not known, but no later than it was closed.
 */
const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export const sql = /* sql */ `
alter table study add column history jsonb not null default '[]';
update study s set history = jsonb_build_array(
    jsonb_build_object('at', ${instant('t.created_at')}, 'action', 'recorded', 'by', coalesce(a.name, '—'), 'reason', null)
  ) || coalesce(x.told, case when t.reopen_reason is null then '[]' else jsonb_build_array(
    jsonb_build_object('at', ${instant('coalesce(t.closed_at, t.created_at)')}, 'action', 'reopened', 'by', '—', 'reason', t.reopen_reason)) end
  || case when t.closed_at is null then '[]' else jsonb_build_array(
    jsonb_build_object('at', ${instant('t.closed_at')}, 'action', 'closed', 'by', coalesce(c.name, '—'), 'reason', null)) end)
from study t
left join account a on a.id = t.created_by
left join account c on c.id = t.closed_by
left join (
  select target_id, jsonb_agg(jsonb_build_object(
    'at', ${instant('at')}, 'action', case when action = 'study.reopened' then 'reopened' else 'closed' end,
    'by', actor, 'reason', detail ->> 'reason') order by at, id) as told
  from audit_entry
  where action in ('study.closed', 'study.reopened')
    or (action in ('study.created', 'study.changed') and detail ->> 'advance' = 'close')
  group by target_id
) x on x.target_id = t.id
where t.id = s.id;
alter table study drop column reopen_reason, drop column closed_by, drop column closed_at;
`
