import type { Makeup } from '#domain/makeups.ts'
import { useText } from '#lib/i18n.ts'
import { MemberName } from '#parts/MemberName.tsx'
import { StatusTag } from '#ui/Tags.tsx'

const tones = { open: 'info', overdue: 'warning', done: 'success' } as const

/** Who owes the study of what was missed, and who has caught up. */
export function MakeupList({ makeups }: { makeups: readonly Makeup[] }) {
  const { meetings: t } = useText()
  return (
    <ul className="md-missing">
      {makeups.map(({ id, memberId, memberName, mayOpen, state, dueOn, doneOn, how }) => (
        <li key={id}>
          <b>
            <MemberName memberId={memberId} name={memberName} mayOpen={mayOpen} />
          </b>
          <StatusTag tone={tones[state]}>{t.show.makeupStates[state]}</StatusTag>
          <span>{doneOn ? t.show.makeupDone(doneOn, how ?? '') : t.show.makeupDue(dueOn)}</span>
        </li>
      ))}
    </ul>
  )
}
