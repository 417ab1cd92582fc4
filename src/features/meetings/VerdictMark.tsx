import type { MeetingRow } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'

const signs = { met: 'check', warning: 'warn', unmet: 'cross' } as const
const tones = { met: 'success', warning: 'warning', unmet: 'danger' } as const

/** The worst judgement of a record: a sign and a word, no colour alone. */
export function VerdictMark({ verdict }: { verdict: MeetingRow['verdict'] }) {
  const { meetings: t } = useText()
  return (
    <span className={`mt-verdict sc-tone-${tones[verdict]}`}>
      <Mark name={signs[verdict]} />
      {t.verdictWords[verdict]}
    </span>
  )
}
