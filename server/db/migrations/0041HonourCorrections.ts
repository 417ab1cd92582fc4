/** A wrong word of a 事迹 or a wrong 文号 is put right by an event that keeps what stood there before. */
export const sql = /* sql */ `
alter table honour_event add column citation_before text;
alter table honour_event add column document_before text;
alter table honour_event drop constraint honour_event_kind_check;
alter table honour_event add constraint honour_event_kind_check check (kind in ('awarded', 'extended', 'revoked', 'corrected')
  and (kind = 'extended') = (valid_to is not null and valid_before is not null)
  and (kind = 'corrected') = (citation_before is not null or document_before is not null));
`
