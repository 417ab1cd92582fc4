import type { Resolution } from '#domain/meetings.ts'
import type { NamedResolution } from '#domain/meetings.verdicts.ts'
import type { MemberId } from '#domain/ids.ts'
import type { PostKind } from '#domain/organizations.ts'
import { probationEnd } from '#domain/rules/membership.ts'
import { requiredPresent, requiredYes } from '#domain/rules/quorum.ts'
import type { MeetingPlan } from './calendar.ts'
import { spoken } from './clock.ts'
import { classNames, nomineeName } from './honourNominees.ts'
import { recommendedIn } from './honourPlans.ts'
import { memberIdOf } from './members.ts'
import { personOf } from './people.ts'
import { developments } from './places.ts'
import type { Development } from './places.ts'
import { elections, postsAt } from './posts.ts'
import { randomOf } from './random.ts'
import { mattersOf } from './texts/matters.ts'

/** The numbers a vote is made from. */
export interface Voters {
  eligible: number
  present: number
  written: number
}

type Votes = Pick<Resolution, 'yes' | 'no' | 'abstain' | 'written'>

/** Votes of those who cast one, with a few against or abstaining. */
function votes(label: string, cast: number, written: number, reluctant: number): Votes {
  const random = randomOf(`votes:${label}`)
  // Few people agree before they vote; in a larger room somebody does not.
  const most = cast < 9 ? 0 : reluctant
  const no = random.int(0, most)
  const abstain = random.int(0, most)
  return { yes: cast - no - abstain, no, abstain, written }
}

const plain = { subjectMemberId: null, secretBallot: false } as const

/** Was a meeting called to take in a member, or to elect? It then carries these votes. */
export function resolutionsOf(plan: MeetingPlan, voters: Voters): NamedResolution[] {
  if (plan.types.includes('general-meeting'))
    return [
      ...developmentVotes(plan, voters),
      ...electionVotes(plan, voters),
      ...ordinaryVote(plan, voters),
    ]
  if (plan.types.includes('committee-meeting'))
    return [...committeeVote(plan, voters), ...recommendations(plan, voters)]
  return []
}

const wording: Record<
  Development['kind'],
  { title: (name: string) => string; text: (name: string, day: string) => string }
> = {
  accept: {
    title: (name) => `同意接收${name}同志为中共预备党员`,
    text: (name, day) =>
      `支部党员大会讨论认为，${name}同志对党的认识明确，培养考察期间表现稳定，窗口评价良好；不足是理论学习不够系统。预备期自${day}起至${probationEnd(day)}止。`,
  },
  confirm: {
    title: (name) => `同意${name}同志按期转为中共正式党员`,
    text: (name, day) =>
      `${name}同志预备期内能够履行党员义务，执行决议坚决，同意按期转正，报上级党委审批（${day}）。`,
  },
  cancel: {
    title: (name) => `取消${name}同志预备党员资格`,
    text: (name) => `${name}同志预备期内多次无故不参加组织生活，经教育没有改进，不具备党员条件。`,
  },
}

function developmentVotes(
  { organization, heldOn }: MeetingPlan,
  { eligible, present, written }: Voters,
): NamedResolution[] {
  return developments
    .filter(({ branch, on }) => branch === organization && on === heldOn)
    .map((decision): NamedResolution => {
      const { name } = personOf(decision.who)
      const { title, text } = wording[decision.kind]
      const cast = present + written
      const required = requiredYes('development', { eligible, present }) ?? 0
      const counted = decision.failed
        ? {
            yes: required - 2,
            no: Math.floor((cast - required + 2) / 2),
            abstain: Math.ceil((cast - required + 2) / 2),
            written,
          }
        : votes(`${decision.who}:${decision.kind}`, cast, written, 1)
      return {
        title: title(name),
        text: decision.failed
          ? `赞成票未超过应到会有表决权党员的半数，未通过，继续培养考察。`
          : text(name, heldOn),
        kind: 'development',
        subjectMemberId: memberIdOf(decision.who) as MemberId,
        subjectName: name,
        secretBallot: true,
        ...counted,
      }
    })
}

const postWords: Partial<Record<PostKind, string>> = {
  secretary: '书记',
  'deputy-secretary': '副书记',
  'organization-officer': '组织委员',
  'publicity-officer': '宣传委员',
  'discipline-officer': '纪检委员',
  'youth-officer': '青年委员',
}

function electionVotes(
  { organization, heldOn }: MeetingPlan,
  { present }: Voters,
): NamedResolution[] {
  const election = elections.find(({ branch, on }) => branch === organization && on === heldOn)
  if (!election) return []
  const elected = postsAt(organization, heldOn).filter(({ from }) => from === heldOn)
  return elected.map(({ who, post }): NamedResolution => {
    const { name } = personOf(who)
    return {
      title: `选举${name}同志为支部委员会委员`,
      text: `${spoken(heldOn)}无记名投票，差额选举；分工为${postWords[post] ?? '委员'}，书记、副书记由新一届委员会选举，报上级党委批准。`,
      kind: 'election',
      subjectMemberId: memberIdOf(who) as MemberId,
      subjectName: name,
      secretBallot: true,
      ...votes(`${who}:${heldOn}`, present, 0, 1),
    }
  })
}

const plans: Readonly<Record<string, readonly [title: string, text: string]>> = {
  '01': ['通过{year}年度支部工作计划', '按月分解任务，责任到人，计划表张贴公开。'],
  '02': ['通过上半年工作情况报告', '报告如实反映问题，会后按意见修改后报上级党委。'],
  '03': ['通过党费收缴情况和下半年重点任务', '党费收缴明细已公示，无异议。'],
  '04': ['通过{year}年度支部工作总结', '总结中“{trouble}”一节由支委会补充具体数据。'],
}

function ordinaryVote(
  { key, organization, heldOn }: MeetingPlan,
  { eligible, present }: Voters,
): NamedResolution[] {
  const quarter = `0${Math.ceil(Number(heldOn.slice(5, 7)) / 3)}`
  const [title = '', text = ''] = plans[quarter] ?? []
  const random = randomOf(`ordinary:${key}`)
  const { trouble } = mattersOf(organization)
  const fill = (template: string): string =>
    template.replace('{year}', heldOn.slice(0, 4)).replace('{trouble}', random.pick(trouble))
  const enough = present >= requiredPresent('ordinary', eligible)
  const outcome = enough ? fill(text) : '表决时到会有表决权党员不足半数，结果无效，另行召集。'
  return [
    { ...plain, title: fill(title), text: outcome, kind: 'ordinary', ...votes(key, present, 0, 1) },
  ]
}

const committeeMatters: readonly (readonly [title: string, text: string])[] = [
  ['同意本月主题党日方案', '活动由组织委员负责，费用按规定列支。'],
  ['同意从党费中列支慰问老党员费用', '标准按上级规定执行，列支情况公开。'],
  ['确定入党积极分子培养联系人', '每名积极分子确定两名正式党员作培养联系人。'],
  ['同意召开支部党员大会的议题', '提前五个工作日通知，材料随通知发放。'],
  ['同意整改清单', '逐条明确责任人和时限，下次会议听取进展。'],
]

function committeeVote({ key }: MeetingPlan, { present }: Voters): NamedResolution[] {
  const random = randomOf(`committee:${key}`)
  if (!random.chance(0.45)) return []
  const [title, text] = random.pick(committeeMatters)
  return [{ ...plain, title, text, kind: 'committee', ...votes(key, present, 0, 0) }]
}

/** 推荐: whom the committee of the branch puts forward for an honour. */
const recommendations = ({ key }: MeetingPlan, { present }: Voters): NamedResolution[] =>
  recommendedIn(key).map(({ campaign, nominees }) => {
    const names = nominees.map(({ who }) => nomineeName(who, (person) => personOf(person).name))
    return {
      ...plain,
      title: `推荐${names.join('、')}为${classNames[campaign.classCode] ?? ''}人选`,
      text: '听取党员和群众意见后逐一票决，同意推荐，报机关党委。',
      kind: 'committee',
      ...votes(`${key}:${campaign.key}`, present, 0, 0),
    }
  })
