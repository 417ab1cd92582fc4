/**
 * The letter (介绍信) with which somebody is on the way to or from a roster elsewhere, told with the state it makes,
 * and the day of its receipt (回执) with the state that ends it. The record holds until when the letter is valid while
 * it is on the way, so that those overdue are found without asking the states.
 */
export const sql = /* sql */ `
alter table member_state
  add column letter_number text,
  add column letter_other text,
  add column letter_issued_on date,
  add column letter_valid_until date,
  add column receipt_on date,
  add check ((letter_number is null) = (letter_issued_on is null) and (letter_number is null) = (letter_valid_until is null)
    and (letter_number is null) = (letter_other is null) and letter_valid_until >= letter_issued_on);
alter table member add column letter_until date;
create index member_transit on member (letter_until) where relation <> 'registered';
`
