import type { Sentences } from '#domain/sentences.ts'

/** What any field may be told, and words that are put into other sentences. */
export const common: Sentences = {
  请填写: 'Required',
  没有这个字段: 'Unknown field',
  '请填写有效日期，如 2026-11-23': 'Give a valid day, such as 2026-11-23',
  '请填写有效月份，如 2026-11': 'Give a valid month, such as 2026-11',
  '请填写有效时间，如 09:30': 'Give a valid time, such as 09:30',
  名称不能包含表情符号: 'A name cannot contain emoji',
  '至少 {min} 个字': 'At least {min} characters',
  '最多 {max} 个字': 'At most {max} characters',
  不能包含控制字符: 'Control characters are not allowed',
  不能包含空字符: 'Null characters are not allowed',
  请填写整数: 'Give a whole number',
  '至少 {min} 个': 'At least {min}',
  '最多 {max} 个': 'At most {max}',
  '最多 {max} 人': 'At most {max} people',
  '最多 {max} 项': 'At most {max} items',
  '{count} 小时': '{count} h',
  '共 {total} 条，一次最多导出 {most} 条，请缩小范围':
    'There are {total} rows; at most {most} can be exported at once, so narrow the list',
  党委: 'committee',
  党总支: 'general branch',
  党委或党总支: 'committee or a general branch',
  党支部: 'branch',
  党小组: 'group',
  书记: 'secretary',
  组长: 'leader',
}
