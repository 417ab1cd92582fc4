/**
 * Who returned a service record, since that person does not decide the appeal against it; of those that are open,
 * as the audit log has it.
 *
 * A certificate of service that was revoked keeps all that it said: nothing else of it may be changed.
 */
export const sql = /* sql */ `
alter table service_record add column returned_by uuid;
update service_record s set returned_by = (
  select a.account_id from audit_entry a
  where a.action = 'service.returned' and a.target_id = s.id order by a.at desc, a.id desc limit 1
) where s.state in ('returned', 'appealed');
alter table service_certificate add column revoked_on date;
alter table service_certificate add column revoked_by uuid;
alter table service_certificate add column revoked_by_name text;
alter table service_certificate add column revoke_reason text;
alter table service_certificate add column version int not null default 1;
alter table service_certificate add constraint service_certificate_revoked check (num_nulls(revoked_on, revoked_by, revoked_by_name, revoke_reason) in (0, 4));
grant update (revoked_on, revoked_by, revoked_by_name, revoke_reason, version) on service_certificate to sixchains_app;
`
