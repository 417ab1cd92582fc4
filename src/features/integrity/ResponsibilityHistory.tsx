import { useState } from 'react'
import type { Responsibility } from '#domain/responsibilities.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Timeline } from '#ui/Timeline.tsx'

const tones = {
  reported: 'neutral',
  returned: 'warning',
  checked: 'success',
  reopened: 'warning',
} as const

/** What was handed in, returned, verified and taken back, by whom and when; newest first. */
export function ResponsibilityHistory({ item: { title, events } }: { item: Responsibility }) {
  const { integrity: t } = useText()
  const [open, setOpen] = useState(false)
  if (events.length === 0) return null
  const r = t.responsibilities
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {r.history}
      </Button>
      <Dialog open={open} side title={r.historyOf(title)} onClose={() => setOpen(false)}>
        <Timeline
          label={r.history}
          items={events.toReversed().map(({ at, action, by, doneOn, evidence, reason }) => ({
            key: `${at} ${action}`,
            when: instantInTable(at),
            tone: tones[action],
            title: r.events[action],
            text: [by, reason, doneOn, evidence].filter(Boolean).join(' · '),
          }))}
        />
      </Dialog>
    </>
  )
}
