import type { z } from 'zod'
import { Link } from 'react-router'
import type { memberLedger } from '#domain/memberBook.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'

type Ledger = z.infer<typeof memberLedger>
type Shown = 'present' | 'leave' | 'absent'

const SHOWN = 10
const tones: Record<Shown, Tone> = { present: 'success', leave: 'info', absent: 'warning' }
const isShown = (value: string): value is Shown => value in tones

/** Four numbers of the year; each is the switch to its own meetings below. */
export function MemberMeetings({
  ledger,
  show,
  memberId,
}: {
  ledger: Ledger
  show: Shown | undefined
  memberId: string
}) {
  const t = useText().workbench.member
  const { workbench } = useText()
  const keep = useKeepScope()
  const figures = [
    { key: undefined, name: t.figures.expected, value: ledger.expected },
    { key: 'present', name: t.figures.present, value: ledger.present },
    { key: 'leave', name: t.figures.leave, value: ledger.leave },
    { key: 'absent', name: t.figures.absent, value: ledger.absent },
  ] as const
  const meetings = ledger.meetings.filter(
    ({ attendance }) => show === undefined || attendance === show,
  )
  return (
    <section className="wb-group" aria-labelledby="wb-year">
      <header>
        <h2 id="wb-year">{t.year(ledger.year)}</h2>
        <Link className="wb-all" to={keep(paths.member(memberId))}>
          {t.toLedger}
        </Link>
      </header>
      <ul className="wb-figures">
        {figures.map(({ key, name, value }) => (
          <li key={name}>
            <Link
              to={keep(key ? `.?show=${key}` : '.')}
              preventScrollReset
              aria-current={key === show ? 'true' : undefined}
              aria-label={t.show(name, value)}
            >
              <span>{name}</span>
              <b>{value}</b>
            </Link>
          </li>
        ))}
      </ul>
      {meetings.length === 0 ? (
        <StateBlock kind="empty" title={show ? t.noneOf : t.none} text={show ? null : t.noneText} />
      ) : (
        <ul className="wb-rows" data-still="">
          {meetings.slice(0, SHOWN).map((meeting) => (
            <li key={meeting.meetingId}>
              <Link className="wb-what" to={paths.meeting(meeting.meetingId)}>
                {meeting.title}
              </Link>
              <span className="wb-note">{meeting.heldOn}</span>
              <span className="wb-when">
                {isShown(meeting.attendance) ? (
                  <StatusTag tone={tones[meeting.attendance]}>
                    {t.attendance[meeting.attendance]}
                  </StatusTag>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      {meetings.length > SHOWN ? (
        <p className="wb-note">
          <Link to={paths.member(memberId)}>{workbench.more(meetings.length - SHOWN)}</Link>
        </p>
      ) : null}
    </section>
  )
}
