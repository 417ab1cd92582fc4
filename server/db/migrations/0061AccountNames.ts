/**
 * Accounts are sorted by name as members are. Of those that stand for nobody on a roster the account's own name stands in,
 * by convention the pinyin of the person's, until the name is next put right: SQL knows no pinyin.
 */
export const sql = /* sql */ `
alter table account add column name_sort text collate "C";
update account a set name_sort = coalesce((select m.name_sort from member m where m.id = a.member_id), a.login);
alter table account alter column name_sort set not null;
`
