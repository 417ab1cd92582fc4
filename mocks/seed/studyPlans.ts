import type { Day } from '#domain/dates.ts'
import type { StudyKind, StudyStatus } from '#domain/studies.ts'
import { rootKey } from './bureau.ts'
import { workdayNear } from './clock.ts'

/** One activity of the books, before its audience is known. */
export interface StudyPlan {
  key: string
  at: string
  kind: StudyKind
  series: string | null
  topic: string
  heldOn: Day
  endsOn: Day | null
  minutes: number
  place: string
  /** A person's key, or the name of somebody from outside. */
  lecturer: { who: string } | { name: string } | null
  /** Everybody of the organization, the secretaries and committees of the bureau, or a share of everybody. */
  invites: 'all' | 'officers' | number
  status: StudyStatus
  summary: string
  /** Takes the attendance of this branch's 党课 of the month, and is linked to it. */
  lectureOf?: string
  reopened?: string
  /** Minutes of those who, every so often, came for part of it. */
  part?: number
}

export const ability = '能力提升年'
export const efficiency = '高效跨越年'

type Rest = Partial<StudyPlan> & Pick<StudyPlan, 'topic' | 'summary'>

/** `2026-03/12` means the working day nearest to that. */
function plan(kind: StudyKind, key: string, near: string, rest: Rest): StudyPlan {
  const [month = '', day = ''] = near.split('/')
  return {
    key,
    at: rootKey,
    kind,
    series: null,
    heldOn: workdayNear(month, Number(day)),
    endsOn: null,
    minutes: 90,
    place: '政务服务中心四楼报告厅',
    lecturer: null,
    invites: 'all',
    status: 'closed',
    ...rest,
  }
}

/** 业务骨干授课: eight in the article's year, each by somebody who does the work. */
const lectures2026: StudyPlan[] = [
  plan('lecture', 'l1', '2026-02/11', {
    topic: '施工许可并联审批实务与常见退件分析',
    summary: '结合近一年退件台账，讲清12类退件原因和一次性告知的写法。',
    lecturer: { who: 'works-2:2' },
    series: efficiency,
    invites: 0.45,
  }),
  plan('lecture', 'l2', '2026-03/18', {
    topic: '企业开办“一窗通”操作与疑难问题答疑',
    summary: '演示全流程操作，现场答疑9个问题，形成问答清单。',
    lecturer: { who: 'market-1:2' },
    series: ability,
    invites: 0.5,
  }),
  plan('lecture', 'l3', '2026-04/15', {
    topic: '帮办代办怎样从“陪着跑”到“替着办”',
    summary: '介绍三个重点项目的帮办经过，归纳提前介入的五个节点。',
    lecturer: { who: 'invest-2:2' },
    series: efficiency,
    invites: 0.4,
  }),
  plan('lecture', 'l4', '2026-05/20', {
    topic: '电子证照调用与数据共享的边界',
    summary: '讲解可调用证照目录、授权方式和个人信息保护要求。',
    lecturer: { who: 'tech:2' },
    series: ability,
    invites: 0.4,
  }),
  plan('lecture', 'l5', '2026-06/12', {
    at: 'hall1',
    topic: '窗口语言与情绪沟通：差评案例复盘',
    summary: '复盘两起差评，分组演练解释、致歉、转办三种话术。',
    lecturer: { who: 'hall1-5:1' },
    series: ability,
    place: '政务服务中心一楼会议室',
  }),
  plan('lecture', 'l6', '2026-07/15', {
    topic: '行政许可法律风险与案卷评查要点',
    summary: '对照案卷评查标准逐项讲解，随堂互评6份案卷。',
    lecturer: { who: 'office-3:2' },
    series: ability,
    invites: 0.5,
    reopened: '到会名单漏记1人，核对签到表后更正',
  }),
  plan('lecture', 'l7', '2026-09/16', {
    at: 'hall2',
    topic: '社保医保高频事项跨省通办讲解',
    summary: '讲解跨省通办流程和线上线下材料差异。',
    lecturer: { who: 'hall2-1:2' },
    series: efficiency,
    place: '政务服务中心二楼会议室',
  }),
  plan('lecture', 'l8', '2026-10/20', {
    at: 'invest',
    topic: '承诺制审批的事前辅导与事后核查',
    summary: '党课之后由业务骨干讲解承诺书填写和核查要点。',
    lecturer: { who: 'invest-1:2' },
    series: efficiency,
    minutes: 60,
    place: '投资项目审批科会议室',
    lectureOf: 'invest',
  }),
]

/** 党员比赛竞赛: four in the article's year. */
const competitions2026: StudyPlan[] = [
  plan('competition', 'c1', '2026-04/28', {
    topic: '“学条例、强本领”党内法规知识竞赛',
    summary: '笔试加现场抢答，八个在职党支部各出一队。',
    series: ability,
    minutes: 120,
    invites: 0.25,
  }),
  plan('competition', 'c2', '2026-06/26', {
    topic: '窗口业务技能比武',
    summary: '录入、受理、解答三个项目，按用时和得分评定。',
    series: efficiency,
    minutes: 180,
    invites: 0.22,
  }),
  plan('competition', 'c3', '2026-09/29', {
    topic: '“我来讲政策”微宣讲比赛',
    summary: '每人八分钟，评委按内容、表达、实用评定名次。',
    series: ability,
    minutes: 150,
    invites: 0.2,
  }),
  plan('competition', 'c4', '2026-11/12', {
    topic: '优秀审批案卷评比',
    summary: '各支部推荐案卷，交叉评阅，评定等级。',
    series: efficiency,
    minutes: 120,
    invites: 0.15,
  }),
]

/** Reading circles of the branches and courses for all or for those who hold posts. */
const others2026: StudyPlan[] = [
  plan('training', 't1', '2026-03/24', {
    topic: '党员春季集中轮训',
    summary: '分专题学习、分组研讨，安排一次案例教学。',
    series: ability,
    minutes: 720,
    part: 360,
    endsOn: workdayNear('2026-03', 25),
    lecturer: { name: '市委党校教师' },
  }),
  plan('training', 't2', '2026-05/12', {
    topic: '党支部书记和支委会成员集中培训班',
    summary: '三天脱产，学习发展党员工作细则新修订内容和组织生活规范。',
    minutes: 1440,
    endsOn: workdayNear('2026-05', 14),
    lecturer: { name: '市直机关工委讲师' },
    place: '市委党校',
    invites: 'officers',
  }),
  plan('training', 't3', '2026-09/22', {
    topic: '党员秋季集中轮训',
    summary: '学习新修订的业务规范，开展现场教学。',
    series: efficiency,
    minutes: 720,
    endsOn: workdayNear('2026-09', 23),
    lecturer: { name: '市委党校教师' },
  }),
  plan('reading', 'r1', '2026-03/06', {
    at: 'office',
    topic: '读书会：公文写作与机关作风',
    summary: '每人分享一处最有用的改法。',
    minutes: 60,
    place: '综合科阅览角',
  }),
  plan('reading', 'r2', '2026-04/23', {
    at: 'market',
    topic: '世界读书日：共读一本书',
    summary: '围绕优化营商环境选读，交流体会。',
    place: '市场服务科会议室',
    series: ability,
  }),
  plan('reading', 'r3', '2026-07/24', {
    at: 'works',
    topic: '读书会：工程建设审批改革案例选读',
    summary: '选读三个外地案例，对照本局流程讨论。',
    place: '工程建设科会议室',
  }),
  plan('reading', 'r4', '2026-08/21', {
    at: 'retired',
    topic: '老党员读书分享会',
    summary: '重温入党志愿书，讲身边的故事。',
    minutes: 120,
    place: '老干部活动室',
  }),
  plan('reading', 'r5', '2026-11/18', {
    at: 'hall1',
    topic: '读书会：把群众的小事当大事办',
    summary: '名单还在核对，核对后办结。',
    minutes: 60,
    place: '政务服务中心一楼会议室',
    status: 'held',
  }),
  plan('training', 't4', '2026-12/04', {
    at: 'hall1',
    topic: '年末窗口业务集中培训',
    summary: '',
    minutes: 240,
    lecturer: { name: '市数据局工程师' },
    place: '政务服务中心一楼会议室',
    status: 'planned',
  }),
  plan('lecture', 'l9', '2026-12/10', {
    topic: '2027年审批改革要点解读',
    summary: '',
    lecturer: { who: 'invest-3:1' },
    series: efficiency,
    status: 'planned',
    invites: 0.5,
  }),
]

const past2025: StudyPlan[] = [
  plan('lecture', 'p1', '2025-04/16', {
    topic: '行政审批流程图怎样画、怎样用',
    summary: '现场改画两张流程图。',
    lecturer: { who: 'invest-1:2' },
    series: ability,
    invites: 0.4,
  }),
  plan('lecture', 'p2', '2025-06/18', {
    topic: '不动产登记联办事项讲解',
    summary: '讲解联办材料和时限。',
    lecturer: { who: 'hall1-3:2' },
    series: ability,
    invites: 0.4,
  }),
  plan('lecture', 'p3', '2025-10/22', {
    topic: '信用承诺与信用修复',
    summary: '讲解信用修复的条件和程序。',
    lecturer: { who: 'market-2:2' },
    series: ability,
    invites: 0.4,
  }),
  plan('competition', 'p4', '2025-06/27', {
    topic: '“七一”党史知识竞赛',
    summary: '个人笔试和团体抢答。',
    series: ability,
    minutes: 120,
    invites: 0.2,
  }),
  plan('competition', 'p5', '2025-11/19', {
    topic: '窗口打字与录入技能赛',
    summary: '按用时评定。',
    series: ability,
    invites: 0.15,
  }),
  plan('training', 'p6', '2025-09/23', {
    topic: '党员集中轮训',
    summary: '两天集中学习。',
    minutes: 720,
    endsOn: workdayNear('2025-09', 24),
    lecturer: { name: '市委党校教师' },
  }),
  plan('reading', 'p7', '2025-05/23', {
    at: 'hall2',
    topic: '读书会：窗口服务礼仪',
    summary: '读一章、练一练。',
    minutes: 60,
    place: '政务服务中心二楼会议室',
  }),
]

export const studyPlans: readonly StudyPlan[] = [
  ...past2025,
  ...lectures2026,
  ...competitions2026,
  ...others2026,
]
