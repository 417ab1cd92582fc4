import type { Sentences } from '#domain/sentences.ts'

/** Words of the calendar that a person subscribes to. */
export const calendar: Sentences = {
  '已有订阅地址，需要时请更换地址': 'There is an address already; renew it where needed',
  '还没有订阅地址，请先生成': 'There is no address yet; make one first',
  '六链 · {name}': 'Six Chains · {name}',
  '应开的会、会议、学习活动和本人待办，按本人权限，每次读取时更新。':
    'Duties, meetings, study activities and own tasks, by the rights of this person, made anew at each fetch.',
  '内容较多，每类只列 {most} 项，其余请到系统中查看。':
    'There is more than fits: {most} of each kind are listed; see the rest in the system.',
  '{what}（已逾期）': '{what} (overdue)',
  应开: 'Due',
  待审签: 'To be signed',
  会议通知: 'Announced',
  会议已取消: 'Called off',
  补学: 'Make-up study',
  责任清单: 'Responsibility',
  警示教育后续: 'Follow-up of warning education',
  支部党员大会: 'Branch assembly',
  支委会: 'Committee meeting',
  党小组会: 'Group meeting',
  党课: 'Party lecture',
  主题党日: 'Theme day',
  组织生活会: 'Organizational life meeting',
  民主评议党员: 'Appraisal of members',
  民主生活会: 'Democratic-life meeting of leaders',
  授课: 'Lecture',
  竞赛: 'Competition',
  读书: 'Reading',
  培训: 'Training',
  草稿: 'Draft',
  已审签: 'Signed',
  已归档: 'Archived',
}
