import { lazy, Suspense, useState } from 'react'
import type { Duty } from '#domain/duties.ts'
import { periodsOf } from '#domain/rules/duties.ts'
import { dayInProse, dayInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCan } from '#lib/session.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Permit } from '#ui/Permit.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'
import { VerdictLine, type VerdictLevel } from '#ui/VerdictLine.tsx'
import { CellMeetings } from './CellMeetings.tsx'
import { shownState, type CellView, type MatrixRow, type ShownState } from './cells.ts'
import { ExemptionOf } from './ExemptionOf.tsx'
import { articleOf } from './rule.ts'

const ExemptionForm = lazy(() => import('./ExemptionForm.tsx'))

const tones: Record<ShownState, Tone> = {
  kept: 'success',
  late: 'success',
  'awaiting-signature': 'warning',
  missing: 'danger',
  due: 'info',
  upcoming: 'neutral',
  exempt: 'neutral',
  none: 'neutral',
}
const levels: Record<ShownState, VerdictLevel> = {
  kept: 'met',
  late: 'met',
  'awaiting-signature': 'warning',
  missing: 'unmet',
  due: 'warning',
  upcoming: 'not-applicable',
  exempt: 'not-applicable',
  none: 'not-applicable',
}

/** One duty of one organ in one period: what is asked, what was held, and what can be done. */
export function CellDetail({ row, cell, duty }: { row: MatrixRow; cell: CellView; duty: Duty }) {
  const { duties: t } = useText()
  const can = useCan()
  const [exempting, setExempting] = useState(false)
  const state = shownState(cell)
  const wanted = cell.state !== 'exempt' && cell.state !== 'none'
  const start = periodStart(duty, cell.period)
  const organ = { organization: row.organizationId, type: duty, period: cell.period }

  return (
    <div className="du-panel">
      <p className="du-panel-state">
        <StatusTag tone={tones[state]}>{t.states[state]}</StatusTag>
        <span>{t.names[duty]}</span>
      </p>
      <VerdictLine level={levels[state]} article={articleOf(duty, start, t)}>
        {t.panel.sentence[state](dayInProse(cell.dueBy))}
      </VerdictLine>
      {cell.groups ? (
        <p className="du-quiet">
          {cell.groups.missing.length === 0
            ? t.panel.groupsAll(cell.groups.held)
            : t.panel.groupsSome(cell.groups.held, cell.groups.missing)}
        </p>
      ) : null}
      <KeyValue
        columns={3}
        items={[
          { label: t.panel.required, value: wanted ? t.panel.times(cell.required) : null },
          { label: t.panel.held, value: t.panel.times(cell.groups?.held ?? cell.held) },
          { label: t.panel.dueBy, value: wanted ? dayInTable(cell.dueBy) : null },
        ]}
      />
      <div className="du-panel-actions">
        <Permit
          allowed={row.mayRecord && wanted}
          reason={
            row.mayRecord
              ? t.panel.notNeeded
              : t.panel[can('meetings.record') ? 'otherOrgan' : 'needRecord']
          }
        >
          <ButtonLink
            kind={cell.state === 'missing' || cell.state === 'due' ? 'primary' : undefined}
            to={paths.newMeeting(organ)}
          >
            {t.panel.record}
          </ButtonLink>
        </Permit>
        {row.mayRecord && cell.state === 'due' ? (
          <ButtonLink to={paths.announce({ organ: row.organizationId, type: duty })}>
            {t.due.announce}
          </ButtonLink>
        ) : null}
        <ButtonLink
          to={paths.meetings({
            scope: row.organizationId,
            year: Number(cell.period.slice(0, 4)),
            // What its groups held stands below it.
            direct: cell.groups ? undefined : 'true',
            types: duty,
            period: cell.period,
          })}
        >
          {t.panel.all}
        </ButtonLink>
        {wanted && row.mayExempt ? (
          <Button onClick={() => setExempting(true)}>{t.panel.exempt}</Button>
        ) : null}
      </div>
      {cell.state === 'exempt' ? (
        <ExemptionOf organizationId={row.organizationId} duty={duty} day={start} />
      ) : null}
      <CellMeetings
        organizationId={row.organizationId}
        duty={duty}
        period={cell.period}
        withGroups={cell.groups !== null}
      />
      {exempting ? (
        <Suspense fallback={null}>
          <ExemptionForm
            scope={row.organizationId}
            first={{
              organizationId: row.organizationId,
              organizationName: row.organizationName,
              duty,
              from: start,
            }}
            onClose={() => setExempting(false)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

/** The first day of a period: an exemption covers it, the article must be in force on it. */
function periodStart(duty: Duty, key: string): string {
  for (const frequency of ['month', 'quarter', 'half-year', 'year'] as const) {
    const found = periodsOf(duty, Number(key.slice(0, 4)), { lectureFrequency: frequency }).find(
      (period) => period.key === key,
    )
    if (found) return found.start
  }
  return `${key.slice(0, 4)}-01-01`
}
