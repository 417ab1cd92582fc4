import { missingParts } from '#domain/meetings.complete.ts'
import type { DayRoster } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { contentOf, hasVotes, isBlank, judgedOf } from './content.ts'
import type { Sheet } from './sheet.ts'
import { Verdicts } from './Verdicts.tsx'
import { missingReason } from './words.ts'

interface VerdictPanelProps {
  sheet: Sheet
  /** Undefined while the list of the day is on its way. */
  roster: DayRoster | undefined
}

const unknown = { entries: [], electionBasis: 'present' } as const

/** What the rules say of the record as it stands now. Nothing here blocks; the server judges again when it is saved. */
export function VerdictPanel({ sheet, roster }: VerdictPanelProps) {
  const { meetings: t } = useText()
  const rows = sheet.resolutions.filter((row) => !isBlank(row))
  const { entries, electionBasis } = roster ?? unknown
  const judged = judgedOf(sheet, { entries, electionBasis })
  const { tally } = judged
  const isVoted = (index: number) => rows[index] !== undefined && hasVotes(rows[index])
  const shown = [
    ...judged.verdicts,
    ...judged.resolutions.flatMap((one, index) =>
      isVoted(index) ? one.verdicts : one.verdicts.slice(0, 1),
    ),
  ]
  const unmet = shown.some(({ status }) => status === 'unmet' || status === 'warning')
  const { content } = contentOf(sheet, { organizationId: '', title: '', entries })
  const missing = missingReason(missingParts(content), t)
  // Numbers that cannot be are no verdict: with them the record is refused.
  const impossible = shown.some(({ code }) => code.startsWith('votes.'))
  const figures = [
    [t.panel.expected, tally.expected],
    [t.panel.present, tally.present],
    [t.panel.leave, tally.leave],
    [t.panel.absent, tally.absent],
    [t.panel.voters, tally.voters],
    [t.panel.votersPresent, tally.votersPresent],
  ] as const

  return (
    <aside className="mt-panel" aria-label={t.panel.title}>
      <h2>{t.panel.title}</h2>
      <dl className="mt-figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {/* Said once the typing rests. */}
      <div aria-live="polite">
        {judged.verdicts.length > 0 ? (
          <Verdicts verdicts={judged.verdicts} />
        ) : (
          <p className="mt-hint">{sheet.types.length > 0 ? t.panel.noQuorum : t.panel.noTypes}</p>
        )}
        {judged.resolutions.map((one, index) => (
          <section key={rows[index]?.id} className="mt-panel-resolution">
            <h3>{one.title || t.panel.untitled}</h3>
            {/* What is not filled in yet has not failed. */}
            <Verdicts verdicts={isVoted(index) ? one.verdicts : one.verdicts.slice(0, 1)} />
            {isVoted(index) ? null : <p className="mt-hint">{t.panel.noVotes}</p>}
          </section>
        ))}
        {missing ? <p className="mt-hint">{missing}</p> : null}
        {unmet && !impossible ? <p className="mt-note">{t.panel.recordAnyway}</p> : null}
      </div>
    </aside>
  )
}
