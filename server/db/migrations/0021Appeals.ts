/**
 * Who returned a service record, since that person does not decide the appeal against it; of those that are open,
 * as the audit log has it.
 */
export const sql = /* sql */ `
alter table service_record add column returned_by uuid;
update service_record s set returned_by = (
  select a.account_id from audit_entry a
  where a.action = 'service.returned' and a.target_id = s.id order by a.at desc, a.id desc limit 1
) where s.state in ('returned', 'appealed');
`
