import { owesMakeup } from '#domain/meetings.rules.ts'
import type { MeetingType } from '#domain/meetings.ts'
import type { Assessment } from '#domain/meetings.verdicts.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Mark } from '#ui/Mark.tsx'

/** Names that are read at a glance. */
const SHOWN = 8

interface SignDialogProps {
  /** The verb of the button that asked. */
  label: string
  title: string
  types: readonly MeetingType[]
  /** Null while the roster of the day is not here. */
  judged: Pick<Assessment, 'attendance' | 'verdict'> | null
  onConfirm: () => void
  onClose: () => void
}

/** What is signed and what follows from it, before it counts: a press that makes 补学 for others is asked once. */
export function SignDialog({ label, title, types, judged, onConfirm, onClose }: SignDialogProps) {
  const { meetings: t, ui } = useText()
  const s = t.sign
  const named = (status: 'leave' | 'absent') =>
    judged?.attendance.filter((one) => one.status === status).map(({ name }) => name) ?? []
  const [leave, absent] = [named('leave'), named('absent')]
  const missing = [...leave, ...absent]
  const expected = judged?.attendance.length ?? 0
  const list = (names: readonly string[]) =>
    names.length > SHOWN
      ? s.more(names.slice(0, SHOWN).join(t.and2), names.length)
      : names.join(t.and2)
  return (
    <Dialog
      open
      alert
      title={s.title(label, title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" data-autofocus onClick={onConfirm}>
            {label}
          </Button>
        </>
      }
    >
      {judged ? (
        <>
          <p>
            <strong>
              {s.tally(expected, expected - missing.length, leave.length, absent.length)}
            </strong>
          </p>
          {missing.length === 0 || !owesMakeup(types) ? (
            <p>{s.noMakeup}</p>
          ) : (
            <p>{s.makeup(list(missing))}</p>
          )}
          {judged.verdict === 'met' ? null : (
            <p>
              <Mark name="warn" /> {s.verdict[judged.verdict]}
            </p>
          )}
        </>
      ) : null}
      <p>{s.after}</p>
    </Dialog>
  )
}
