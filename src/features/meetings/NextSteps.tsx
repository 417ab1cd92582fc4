import { Link } from 'react-router'
import { missingParts } from '#domain/meetings.complete.ts'
import type { MeetingRecord } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Mark } from '#ui/Mark.tsx'

/** What the record waits for; nothing for those who only look. */
export function NextSteps({ record }: { record: MeetingRecord }) {
  const { meetings: t } = useText()
  const keep = useKeepScope()
  const mayConfirm = useCan()('makeups.confirm')
  const { id, status, makeups, returnReason, hands } = record
  if (!hands.record && !hands.sign) return null
  const owed = makeups.filter(({ state }) => state !== 'done')
  const by = owed
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  const steps = {
    draft: [
      returnReason ? t.show.returnedNote(returnReason) : null,
      ...missingParts(record).map(({ what }) => t.missing.sentences[what]),
      t.next.submit,
    ],
    submitted: [hands.sign ? t.next.signSelf : t.next.sign],
    signed: [t.next.print, t.next.archive],
    archived: [],
  }[status].filter((line) => line !== null)
  if (steps.length === 0 && owed.length === 0) return null

  return (
    <aside className="md-next" aria-label={t.next.title}>
      <Mark name="info" />
      <ul>
        {by ? (
          <li>
            {t.next.makeups(owed.length, by)}{' '}
            {mayConfirm ? (
              <Link to={keep(paths.makeups({ meeting: id }))}>{t.next.makeupsLink}</Link>
            ) : (
              t.next.makeupsBy
            )}
          </li>
        ) : null}
        {steps.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </aside>
  )
}
