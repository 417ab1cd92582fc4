import type { Language } from '#domain/errors.ts'
import type { MemberStatus } from '#domain/members.ts'
import type { Leaving } from '#domain/rules/membership.ts'
import type { ServiceKind } from '#domain/services.ts'

interface Words {
  stage: Record<MemberStatus['stage'], string>
  standing: Record<MemberStatus['standing'], string>
  leaving: Record<Leaving, string>
  leftBy: (how: string) => string
  rights: Record<MemberStatus['rights'], string>
  relation: Record<MemberStatus['relation'], string>
  extended: (until: string) => string
  /** Of a letter that nobody received. */
  returned: string
  letter: (number: string, other: string, issuedOn: string, validUntil: string) => string
  receipt: (on: string) => string
  overdue: string
  post: Record<string, string>
  mobile: string
  notMobile: string
  lost: string
  notLost: string
  joined: string
  full: string
  tookPost: (post: string) => string
  leftPost: (post: string) => string
  madeUp: (title: string) => string
  honoured: (title: string) => string
  honourEnded: (title: string) => string
  honourKept: (title: string) => string
  dishonoured: (title: string) => string
  service: Record<ServiceKind, string>
  served: (kind: string, visits: number, volunteered: boolean) => string
}

/** Words of the timeline, whose sentences are made where the facts are. */
export const words: Record<Language, Words> = {
  zh: {
    stage: {
      applicant: '入党申请人',
      activist: '入党积极分子',
      candidate: '发展对象',
      probationary: '预备党员',
      full: '正式党员',
    },
    standing: {
      normal: '恢复党籍',
      suspended: '停止党籍',
      left: '出党',
      transferred: '组织关系转出',
      deceased: '去世',
    },
    leaving: {
      struck: '除名',
      persuaded: '劝退',
      resigned: '退党',
      expelled: '开除党籍',
      disqualified: '取消预备党员资格',
    },
    leftBy: (how) => `出党：${how}`,
    rights: { normal: '恢复党员权利', probation: '留党察看', suspended: '中止党员权利' },
    relation: {
      registered: '组织关系在册',
      'moving-out': '组织关系转出在途',
      'moving-in': '组织关系转入在途',
    },
    extended: (until) => `预备期延长至 ${until}`,
    returned: '介绍信退回，组织关系在册',
    letter: (number, other, issuedOn, validUntil) =>
      `介绍信 ${number}（对方：${other}，${issuedOn} 开具，有效至 ${validUntil}）`,
    receipt: (on) => `${on} 回执`,
    overdue: '介绍信超期，尚未接收',
    post: {
      secretary: '书记',
      'deputy-secretary': '副书记',
      'organization-officer': '组织委员',
      'publicity-officer': '宣传委员',
      'discipline-officer': '纪检委员',
      'youth-officer': '青年委员',
      officer: '委员',
      'group-leader': '组长',
      'deputy-group-leader': '副组长',
    },
    mobile: '列为流动党员',
    notMobile: '不再列为流动党员',
    lost: '登记为失联',
    notLost: '恢复联系',
    joined: '入党',
    full: '转正',
    tookPost: (post) => `任${post}`,
    leftPost: (post) => `不再担任${post}`,
    madeUp: (title) => `补学：${title}`,
    honoured: (title) => `获得荣誉：${title}`,
    honourEnded: (title) => `荣誉有效期满：${title}`,
    honourKept: (title) => `荣誉延长有效期：${title}`,
    dishonoured: (title) => `荣誉被撤销：${title}`,
    service: {
      'extended-hours': '延时服务',
      assisted: '帮办服务',
      outreach: '延伸服务',
      reminder: '提醒服务',
    },
    served: (kind, visits, volunteered) =>
      `${kind} ${visits} 人次${volunteered ? '（志愿服务）' : '（岗位服务）'}`,
  },
  en: {
    stage: {
      applicant: 'Applicant',
      activist: 'Activist',
      candidate: 'Candidate',
      probationary: 'Probationary member',
      full: 'Full member',
    },
    standing: {
      normal: 'Membership restored',
      suspended: 'Membership suspended',
      left: 'Left the Party',
      transferred: 'Relation transferred out',
      deceased: 'Deceased',
    },
    leaving: {
      struck: 'struck off',
      persuaded: 'persuaded to leave',
      resigned: 'resigned',
      expelled: 'expelled',
      disqualified: 'disqualified on probation',
    },
    leftBy: (how) => `Left the Party: ${how}`,
    rights: {
      normal: 'Rights restored',
      probation: 'On probation within the Party',
      suspended: 'Rights suspended',
    },
    relation: {
      registered: 'Relation registered',
      'moving-out': 'Relation moving out',
      'moving-in': 'Relation moving in',
    },
    extended: (until) => `Probation extended to ${until}`,
    returned: 'Letter returned, relation registered',
    letter: (number, other, issuedOn, validUntil) =>
      `letter ${number} (other end: ${other}, issued ${issuedOn}, valid until ${validUntil})`,
    receipt: (on) => `receipt of ${on}`,
    overdue: 'Letter overdue, not received yet',
    post: {
      secretary: 'secretary',
      'deputy-secretary': 'deputy secretary',
      'organization-officer': 'organization officer',
      'publicity-officer': 'publicity officer',
      'discipline-officer': 'discipline officer',
      'youth-officer': 'youth officer',
      officer: 'committee member',
      'group-leader': 'group leader',
      'deputy-group-leader': 'deputy group leader',
    },
    mobile: 'Listed as a mobile member',
    notMobile: 'No longer listed as a mobile member',
    lost: 'Contact lost',
    notLost: 'Contact restored',
    joined: 'Joined the Party',
    full: 'Became a full member',
    tookPost: (post) => `Became ${post}`,
    leftPost: (post) => `No longer ${post}`,
    madeUp: (title) => `Make-up study: ${title}`,
    honoured: (title) => `Honoured: ${title}`,
    honourEnded: (title) => `Honour expired: ${title}`,
    honourKept: (title) => `Honour kept longer: ${title}`,
    dishonoured: (title) => `Honour revoked: ${title}`,
    service: {
      'extended-hours': 'Extended hours',
      assisted: 'Assisted filing',
      outreach: 'Outreach',
      reminder: 'Reminder',
    },
    served: (kind, visits, volunteered) =>
      `${kind}: ${visits} served (${volunteered ? 'volunteered' : 'on duty'})`,
  },
}
