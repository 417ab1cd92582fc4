import type { Sentences } from '#domain/sentences.ts'

/** Volunteer service and its certificates. */
export const services: Sentences = {
  人次请填写数字: 'The number served is a number',
  人次应为整数: 'The number served is a whole number',
  '人次至少为 1': 'At least 1 was served',
  '一条记录最多 9,999 人次，请分开登记': 'At most 9,999 served in one record; log them apart',
  时长请填写数字: 'The time is a number',
  时长应为整分钟: 'The time is in whole minutes',
  '时长应大于 0': 'The time must be more than 0',
  '时长不超过 24 小时': 'The time is at most 24 hours',
  '请同时填写开始和结束时间，或都不填': 'Give both begin and end, or neither',
  '结束时间应晚于开始时间；跨过零点的请分两天登记':
    'It must end after it begins; over midnight, log two days',
  请填写服务记录: 'Give the services',
  请填写至少一条服务记录: 'Give at least one service',
  '一次最多 100 条': 'At most 100 at once',
  请选择至少一条记录: 'Choose at least one record',
  '一次最多确认 200 条': 'At most 200 are confirmed at once',
  '服务日期不能晚于今天（{today}）': 'The service cannot be after today ({today})',
  '时长超过了起止时间（{between}）': 'The time is longer than from begin to end ({between})',
  '与当天 {from}–{to} 的另一条服务记录时间重叠':
    'It overlaps another service of that day, {from}–{to}',
  '当天已登记过相同的一条；如果是另一次服务，请写明事项或时间':
    'The same is logged for that day; if it was another service, give its matter or time',
  '当天服务时长合计 {hours}，超过 24 小时':
    'Together the services of that day take {hours}, more than 24 hours',
  记录已撤回: 'The record is withdrawn',
  '记录已确认，不能修改；有误请撤回后重新登记':
    'Confirmed: it cannot be edited; withdraw it and log it anew',
  '记录正在申诉，等待答复': 'An appeal waits for its answer',
  记录已经确认: 'Already confirmed',
  '记录正在申诉，请打开后逐条答复': 'An appeal: open it and answer it by itself',
  '记录已退回，等待本人修改或申诉': 'Returned: its owner edits it or appeals',
  记录已经退回: 'Already returned',
  '记录还没有退回，不需要申诉': 'Not returned, so there is nothing to appeal',
  '记录已确认，不需要申诉': 'Confirmed, so there is nothing to appeal',
  '已经申诉，等待答复': 'Appealed already, waiting for the answer',
  记录已经撤回: 'Already withdrawn',
  '不能确认或退回本人的记录，请由其他负责人办理':
    'You cannot confirm or return your own record; somebody else must',
  申诉由退回人以外的同级或上级负责人决定:
    'An appeal is decided by somebody else than who returned it, as high or higher',
  '刚被别人办理或修改过，请看最新内容': 'Somebody just handled or changed it; look again',
  '这个账号没有对应的党员，不能登记服务记录':
    'This account stands for no member and cannot log services',
  '这一天您不在花名册上，请核对日期': 'You were not on a roster on that day; check the day',
  只能登记本人的服务: 'You can log only your own services',
  '结束日期不能晚于今天（{today}）': 'The last day cannot be after today ({today})',
  '这段时间没有已确认的志愿服务时长，不能出具证明':
    'There are no confirmed volunteer hours in that time to certify',
  '这份证明已于 {on} 撤销': 'This certificate was revoked on {on}',
  '请填写完整编号，如 {example}': 'Give the whole number, such as {example}',
}
