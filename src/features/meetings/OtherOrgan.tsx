import type { MeetingRecord } from '#domain/meetings.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'

/** In place of the form, before anything is typed: the right to record does not reach this organ. */
export function OtherOrgan({ record }: { record?: MeetingRecord }) {
  const { meetings: t } = useText()
  const keep = useKeepScope()
  const elsewhere = useCan()('meetings.record')
  return (
    <StateBlock
      kind="forbidden"
      title={t.editor.notHere}
      text={elsewhere ? t.actions.otherOrgan : t.actions.needRecord}
      action={
        <ButtonLink to={keep(record ? paths.meeting(record.id) : paths.meetings())}>
          {record ? t.save.open : t.title}
        </ButtonLink>
      }
    />
  )
}
