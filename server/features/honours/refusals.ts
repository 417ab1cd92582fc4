import { problem, type Problem } from '#domain/errors.ts'
import type { Stage } from '#domain/rules/membership.ts'
import type { Verdict } from '#domain/rules/verdict.ts'

const stages: Record<string, string> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  probationary: '预备党员',
  full: '正式党员',
} satisfies Record<Stage, string>

type Sentence = (facts: Verdict['facts']) => string

/** Sentences of verdicts that refuse, for the field; the screen has its own for showing them. */
const sentences: Record<string, Sentence> = {
  'honour.elsewhere': ({ name }) => `${name} 不在推荐支部的名册上`,
  'honour.standing.suspended': ({ name }) => `${name} 已停止党籍，不推荐`,
  'honour.standing.left': ({ name }) => `${name} 已出党，不推荐`,
  'honour.standing.transferred': ({ name }) => `${name} 组织关系已转出，不推荐`,
  'honour.standing.deceased': ({ name }) => `${name} 已去世，不推荐`,
  'honour.rights.probation': ({ name }) => `${name} 正受留党察看，不推荐`,
  'honour.rights.suspended': ({ name }) => `${name} 的党员权利已中止，不推荐`,
  'honour.not-full': ({ name, stage: at }) =>
    `${name} 是${stages[String(at)] ?? '非正式党员'}，须为正式党员（表彰条例第十六条）`,
  'honour.nominated-already': ({ name }) => `${name} 已在本次评选中推荐`,
  'honour.no-crew': () => '请至少选择一名岗位人员',
  'honour.crew-barred': ({ name }) => `${name} 的党籍或党员权利不正常，不能列入岗位人员`,
  'honour.no-branch': ({ name }) => `${name} 不是党支部`,
  'honour.branch-closed': ({ name, on }) => `${name} 已于 ${on} 撤销`,
  'extension.revoked': ({ on }) => `这项荣誉已于 ${on} 撤销，不能延长`,
  'extension.for-good': () => '这项荣誉长期有效，不需要延长',
  'extension.before-award': ({ on }) => `延长决定不能早于表彰决定（${on}）`,
  'extension.in-future': ({ today }) => `延长决定不能晚于今天（${today}）`,
  'extension.not-later': ({ validTo }) => `须晚于现在的有效期（${validTo}）`,
  'extension.over': ({ today }) => `须不早于今天（${today}）`,
  'extension.too-long': ({ latest }) => `一次最多延长到 ${latest}`,
  'workdays.missing-year': ({ year }) => `${year} 年的放假安排还没有录入，无法计算工作日`,
  'workdays.too-few': ({ from, to, count, least }) =>
    `按现在的放假安排，${from} 至 ${to} 只有 ${count} 个工作日，不足 ${least} 个`,
  'decision.publicity-runs': ({ to }) => `公示至 ${to}，期满后才能作出决定`,
  'decision.objection-open': ({ count }) => `还有 ${count} 件异议没有答复`,
  'decision.lost': ({ name, reason }) =>
    (sentences[String(reason)] ?? (() => `${name} 不再符合条件`))({ name: name ?? '' }) +
    '，请先取消其资格',
  'decision.nobody': () => '没有可表彰的对象，请取消本次评选',
}

/** Every unmet verdict as one sentence. */
export const refusedSentence = (verdicts: readonly Verdict[]): string =>
  verdicts
    .filter(({ status }) => status === 'unmet')
    .map(({ code, facts }) => sentences[code]?.(facts) ?? code)
    .join('；')

/** At a field of the form. */
export const refusalOf = (field: string, verdicts: readonly Verdict[]): Problem =>
  problem('invalid', { fields: { [field]: refusedSentence(verdicts) }, detail: { verdicts } })

/** About the record's state. */
export const stateRefusalOf = (verdicts: readonly Verdict[]): Problem =>
  problem('state', { params: { reason: refusedSentence(verdicts) }, detail: { verdicts } })
