import { dayInProse } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'
import type { VerdictView } from '#domain/verdict.ts'

/** A verdict as a sentence; each takes at most one fact. */
export function verdictWords(t: Text['integrity'], { code, facts }: VerdictView): string {
  const w = t.verdicts
  switch (code) {
    case 'coverage.partly':
      return w[code](Number(facts.missing))
    case 'talk.acknowledged.met':
      return w[code](dayInProse(String(facts.on)))
    case 'talk.acknowledged.late':
    case 'talk.acknowledged.waiting':
      return w[code](Number(facts.days))
    case 'coverage.nobody':
    case 'coverage.met':
    case 'coverage.none':
    case 'talk.talker.integrity-talk.met':
    case 'talk.talker.integrity-talk.warning':
    case 'talk.talker.reminder-talk.met':
    case 'talk.talker.reminder-talk.warning':
      return w[code]
    default:
      return code
  }
}
