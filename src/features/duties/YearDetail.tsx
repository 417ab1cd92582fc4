import type { Duty } from '#domain/duties.ts'
import { dayInTable, percent } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { HeatSwatch } from '#ui/heat/HeatSwatch.tsx'
import { heatCell, shownState, tally, type MatrixRow } from './cells.ts'
import { HowRate } from './HowRate.tsx'
import { periodName } from './words.ts'

interface YearDetailProps {
  row: MatrixRow
  duty: Duty
  today: string
  /** Opens the cell of a period. */
  onOpen: (period: string) => void
}

/** What one organ's completion rate is made of, period by period. */
export function YearDetail({ row, duty, today, onOpen }: YearDetailProps) {
  const { duties: t } = useText()
  const { kept, past } = tally(row, today)
  const year = Number(row.cells[0]?.period.slice(0, 4))
  return (
    <div className="du-panel">
      <p className="du-panel-rate">
        <b>{row.rate === null ? '—' : percent(row.rate)}</b>
        <span>{row.rate === null ? t.ratePending : t.panel.yearText(kept, past)}</span>
      </p>
      <ul className="du-periods">
        {row.cells.map((cell) => {
          const { state, text } = heatCell(cell, t)
          return (
            <li key={cell.period}>
              <HeatSwatch state={state} text={text} />
              <button type="button" className="sc-link" onClick={() => onOpen(cell.period)}>
                {periodName(cell.period, t)}
              </button>
              <span>{t.states[shownState(cell)]}</span>
              <small>{cell.state === 'none' ? null : dayInTable(cell.dueBy)}</small>
            </li>
          )
        })}
      </ul>
      <div className="du-panel-actions">
        <ButtonLink
          to={paths.meetings({ scope: row.organizationId, year, direct: 'true', types: duty })}
        >
          {t.panel.all}
        </ButtonLink>
        <HowRate duty={duty} />
      </div>
    </div>
  )
}
