import { monthOf, quarterOf } from '#domain/dates.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { nameAt } from '#mocks/seed/bureau.ts'
import type { MeetingPlan } from '#mocks/seed/calendar.ts'
import { developments } from '#mocks/seed/places.ts'
import { elections } from '#mocks/seed/posts.ts'
import type { Random } from '#mocks/seed/random.ts'
import { lectures, topicOf } from './topics.ts'

const quarters = ['一', '二', '三', '四']
const quarterWord = (day: string): string =>
  `第${quarters[Number(quarterOf(day).slice(-1)) - 1] ?? ''}季度`

const shortName = (plan: MeetingPlan): string =>
  nameAt(plan.organization, plan.heldOn).replace(/党小组$|党支部$/, '')

export function titleOf(plan: MeetingPlan, random: Random): string {
  const [main] = plan.types
  const month = `${Number(plan.heldOn.slice(5, 7))}月`
  const year = plan.assessmentYear
  const { title } = topicOf(monthOf(plan.heldOn))
  const lecture = plan.types.includes('party-lecture')
  const titles: Record<Duty, () => string> = {
    'general-meeting': () =>
      `${quarterWord(plan.heldOn)}党员大会${occasion(plan)}${lecture ? '暨专题党课' : ''}`,
    'committee-meeting': () => `${month}支部委员会会议`,
    'group-meeting': () =>
      `${shortName(plan)}党小组${month}组织生活${random.pick(['', '', '会', '（学习讨论）'])}`,
    'party-lecture': () => `专题党课：${random.pick(lectures).title}`,
    'theme-day': () => `${month}主题党日${lecture ? '暨党课' : ''}：${title}`,
    'life-meeting': () =>
      `${year}年度组织生活会${plan.types.includes('review') ? '和民主评议党员会议' : ''}`,
    review: () => `${year}年度民主评议党员会议`,
    'democratic-life': () => `${plan.heldOn.slice(0, 4)}年度党委班子民主生活会`,
  }
  return main ? titles[main]() : title
}

function occasion({ organization, heldOn }: MeetingPlan): string {
  const election = elections.find(({ branch, on }) => branch === organization && on === heldOn)
  if (election) return election.what === 'election' ? '（支委会换届选举）' : '（补选支委会委员）'
  const decided = developments.find(({ branch, on }) => branch === organization && on === heldOn)
  if (!decided) return ''
  const words = {
    accept: '讨论接收预备党员',
    confirm: '讨论预备党员转正',
    cancel: '讨论取消预备党员资格',
  }
  return `（${words[decided.kind]}）`
}

const common = ['学习{study}', '通报近期工作：{work}', '讨论：{trouble}怎么解决']

const agendas: Record<Duty, readonly (readonly string[])[]> = {
  'general-meeting': [
    ['学习{study}', '支部工作情况报告', '讨论并表决有关事项'],
    ['书记作季度工作报告', '通报党费收缴情况', '讨论表决'],
    [...common, '表决有关事项'],
  ],
  'committee-meeting': [
    ['研究本月主题党日方案', '通报积极分子培养情况', '研究{work}'],
    ['传达上级通知', '研究{trouble}的整改', '党费收缴情况'],
    ['研究支部大会议题', '谈心谈话安排', '近期工作：{work}'],
    ['学习{study}', '研究月度任务分工'],
  ],
  'group-meeting': [
    common,
    ['集体学习{study}', '交流{work}', '收缴党费'],
    ['传达支部要求', '学习{study}', '谈近期思想和工作'],
    ['对照承诺自查', '讨论{trouble}'],
  ],
  'party-lecture': [
    ['授课', '交流讨论'],
    ['授课', '提问与答疑', '布置思考题'],
  ],
  'theme-day': [
    ['学习{study}', '{activity}', '交流体会'],
    ['重温入党誓词', '{activity}', '小结'],
    ['{activity}', '讨论：{gain}'],
  ],
  'life-meeting': [
    [
      '通报上年度整改和征求意见情况',
      '支部班子对照检查',
      '党员逐一对照检查、互相批评',
      '支部书记总结',
    ],
  ],
  'democratic-life': [
    [
      '通报上年度整改和征求意见情况',
      '书记代表班子对照检查',
      '班子成员逐一对照检查、互相批评',
      '书记总结',
    ],
  ],
  review: [['学习民主评议有关规定', '个人自评和党员互评', '民主测评', '通报评定意见']],
}

export function agendaOf({ types }: MeetingPlan, random: Random): string[] {
  const items = types.flatMap((type, index) => {
    const list = random.pick(agendas[type])
    return index === 0 ? list : list.slice(0, 1)
  })
  return [...new Set(items)]
}
