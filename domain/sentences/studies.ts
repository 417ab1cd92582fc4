import type { Sentences } from '#domain/sentences.ts'

/** Lectures, competitions, reading, training. */
export const studies: Sentences = {
  成绩为数字: 'A score is a number',
  成绩不能为负: 'A score cannot be negative',
  成绩过大: 'The score is too large',
  成绩最多两位小数: 'A score has at most two decimals',
  名次为整数: 'A place is a whole number',
  '名次从 1 开始': 'Places begin with 1',
  名次过大: 'The place is too large',
  '每队最多 50 人': 'A team has at most 50 people',
  '最多 300 项成绩': 'At most 300 results',
  参学时长为整数分钟: 'Time attended is in whole minutes',
  '参学时长至少 1 分钟，没有参加的请不要标记到会':
    'Time attended is at least a minute; do not mark who was not there',
  '参学时长最多 240 小时': 'Time attended is at most 240 hours',
  '请填写学习时长（分钟）': 'Give how long it took, in minutes',
  时长为整数分钟: 'The time is in whole minutes',
  '时长至少 1 分钟': 'The time is at least a minute',
  '时长最多 240 小时': 'The time is at most 240 hours',
  '最多 30 个项目': 'At most 30 events',
  该组织当时尚未成立: 'The organization was not founded yet',
  该组织当时已经撤销: 'The organization was closed then',
  '举办日期还没到，请先存为计划': 'That day has not come: save it as a plan',
  结束日期不能早于开始日期: 'The last day cannot be before the first',
  '活动还没有结束，不能办结': 'It is not over yet and cannot be closed',
  '一次活动最多跨 60 天，更长的请分次记录':
    'An activity takes at most 60 days; record a longer one in parts',
  '{days} 天最多 {hours} 小时': '{days} days have at most {hours} hours',
  关联的会议不在活动日期内: 'The meeting is not within the days of the activity',
  '参学时长不能超过活动时长 {minutes} 分钟':
    'Nobody attends longer than the activity of {minutes} minutes',
  只有到会的人才有参学时长: 'Only who was there has time attended',
  同一人列了两次: 'The same person twice',
  当日花名册上没有这名党员: 'Not a member on the roster of that day',
  '授课人只填一位：选党员或写姓名': 'One lecturer: choose a member or write a name',
  请选择或填写授课人: 'Choose or write the lecturer',
  没有人参加的活动不能登记为已举办: 'An activity that nobody attended was not held',
  只有比赛竞赛才有项目和名次: 'Only competitions have events and places',
  请至少填写一个比赛项目和成绩: 'Give at least one event with its results',
  已有同名项目: 'There is an event of this name',
  请填写成绩或名次: 'Give a score or a place',
  请填写队名: 'Give the team a name',
  请选择一名党员或填写姓名: 'Choose a member or write a name',
  同一人在一个项目里出现了两次: 'The same person twice in one event',
  请填写成绩: 'Give the score',
  请填写名次: 'Give the place',
  '第 {place} 名之前有空缺的名次': 'A place before {place} is empty',
  '有 {count} 个第 {place} 名，没有成绩可比。确实并列请勾选“并列”，否则请更正名次':
    '{count} have place {place} without scores to compare. Tick “tied” if they are, else correct the places',
  '活动已办结，重新打开后才能修改': 'Closed: reopen it to edit',
  '活动已登记为举办，不能删除；登记有误请先改回计划':
    'It is recorded as held and cannot be deleted; if that is wrong, make it a plan again first',
  '活动已经办结，不能删除；需要时请重新打开后更正':
    'Closed: it cannot be deleted; reopen it to correct it',
  请先登记举办情况再办结: 'Record how it was held before closing it',
  活动已经办结: 'Closed already',
  '名册外人员“{name}”写了两次，同名的请写明单位':
    '“{name}”, who is on no roster, is written twice; if there are two of that name, write their units',
  '参加人员中标为未到，却列在比赛里；请更正其中一处':
    'Marked as not there, but listed in the competition; correct one of the two',
  '活动还在计划中，没有可退回的一步': 'It is still a plan: there is no step to go back',
  已经举办的活动不能改回计划: 'What was held does not become a plan again',
  '超过 {most} 人，请按支部邀请': 'More than {most} people: invite branch by branch',
  这次会议已关联另一项学习活动: 'Another activity is linked to this meeting',
  '当天已有同名的同类活动，请勿重复记录':
    'An activity of this kind and name is recorded for that day already',
}
