/** 介绍信 of somebody who left for another unit in November. */
export const aLetter = {
  number: '机党介〔2026〕第 1 号',
  other: '某县直机关工委',
  issuedOn: '2026-11-02',
  validUntil: '2026-12-02',
}
