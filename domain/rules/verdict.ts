import type { ArticleKey } from './articles.ts'

/** How a rule judged a case. 'warning' never blocks; 'unmet' blocks where the rule is a hard one. */
export type VerdictStatus = 'met' | 'unmet' | 'warning' | 'not-applicable'

/**
 * A judgement with its reason. `code` is a stable key ('quorum.ordinary.met') that screens translate with `facts`
 * as its parameters; `article` is the text it rests on, null where only custom or arithmetic speaks.
 */
export type Verdict = {
  status: VerdictStatus
  code: string
  article: ArticleKey | null
  facts: Record<string, number | string>
}

type Maker = (code: string, article: ArticleKey | null, facts?: Verdict['facts']) => Verdict
const maker =
  (status: VerdictStatus): Maker =>
  (code, article, facts = {}) => ({ status, code, article, facts })

export const met = maker('met')
export const unmet = maker('unmet')
export const warning = maker('warning')
export const notApplicable = maker('not-applicable')

const weight: Record<VerdictStatus, number> = { 'not-applicable': 0, met: 1, warning: 2, unmet: 3 }

/** The gravest of several verdicts, the first of equals; undefined for none. */
export function gravest(verdicts: readonly Verdict[]): Verdict | undefined {
  let worst: Verdict | undefined
  for (const one of verdicts) if (!worst || weight[one.status] > weight[worst.status]) worst = one
  return worst
}
