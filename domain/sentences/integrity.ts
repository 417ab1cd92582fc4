import type { Sentences } from '#domain/sentences.ts'

/** 警示教育, 谈话, 责任清单. */
export const integrity: Sentences = {
  查看书记和班子的谈话时请选择组织和年度:
    'Choose an organization and a year to look at the talks with those in office',
  请填写谈话要点: 'Give the main points of the talk',
  谈话人和谈话对象不能是同一人: 'A talk is between two people',
  谈话日期不能晚于今天: 'The talk cannot be after today',
  '任前谈话属于廉政谈话，请改选谈话类型':
    'A talk before an appointment is an integrity talk; choose that kind',
  完成期限不能早于谈话日期: 'It cannot be due before the talk',
  完成期限不能早于召开日期: 'It cannot be due before the day it was held',
  责任组织应是召开组织或其下级: 'Responsible is the organization that held it, or one below',
  完成日期不能晚于今天: 'It cannot be done after today',
  完成日期不能早于召开日期: 'It cannot be done before the day it was held',
  完成日期不能早于谈话日期: 'It cannot be done before the talk',
  召开日期不能晚于今天: 'It cannot be held after today',
  '没有人到会，不能登记为警示教育': 'Nobody attended, so it was no cautionary education',
  这次警示教育已经撤回: 'This cautionary education is withdrawn',
  '会议审签后才能计入警示教育，请先审签':
    'A meeting counts as cautionary education once it is signed; sign it first',
  这次会议不是该组织召开的: 'The organization did not hold this meeting',
  '与会议日期 {on} 不一致': 'The meeting was on {on}',
  '到会情况以会议记录为准，不必另填': 'The minutes say who attended; leave it empty',
  '缺席名单中有人当日不在花名册上，请重新选择':
    'Somebody marked absent was not on the roster of that day; choose again',
  该组织当日没有在册党员: 'The organization had no members on that day',
  这次会议已经登记过警示教育: 'This meeting is recorded as cautionary education already',
  这一事项还没有登记完成: 'It is not recorded as done',
  这一项还没有登记落实: 'It is not recorded as done',
  这一事项已经登记完成: 'It is recorded as done already',
  '该同志已不在本组织，请另选责任人': 'Not in this organization any more; choose somebody else',
  完成期限应在清单所属年度内: 'It is due within the year of the list',
  落实日期不能晚于今天: 'It cannot be done after today',
  落实日期不能早于清单所属年度: 'It cannot be done before the year of the list',
  '不能核实或退回本人负责的事项，请由其他负责人办理':
    'Nobody verifies or returns what they answer for themselves; somebody else with the right does',
  责任人还没有提交佐证: 'Nothing has been handed in yet',
  这一项已经登记落实: 'It is recorded as done already',
  谈话人当日不在花名册上: 'Who led the talk was not on a roster on that day',
  谈话对象当日不在花名册上: 'Whom it was with was not on a roster on that day',
  这条谈话记录已经撤回: 'This talk is withdrawn',
  谈话记录由谈话对象本人确认: 'Only the person talked to acknowledges the record',
  这条记录已经确认: 'Acknowledged already',
}
