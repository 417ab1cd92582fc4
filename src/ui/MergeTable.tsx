import { useId, type ReactNode } from 'react'
import { useText } from '#lib/i18n.ts'
import type { MergeField, MergeRow, Side } from './mergeRows.ts'
import './merge.css'

interface MergeTableProps {
  rows: readonly MergeRow[]
  choice?: Readonly<Record<string, Side>>
  /** Without it the sides are shown, and nothing is chosen. */
  onPick?: (key: string, side: Side) => void
}

const sides = ['mine', 'theirs'] as const

export function MergeTable({ rows, choice = {}, onPick }: MergeTableProps) {
  const { ui } = useText()
  const id = useId()
  const hasBase = rows.some((row) => row.hasBase)

  const show = (field: MergeField, value: unknown): ReactNode => {
    if (value === undefined || value === null || value === '')
      return <span className="sc-none">{ui.merge.blank}</span>
    if (field.show) return field.show(value)
    return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
  }
  const notes = {
    mine: ui.merge.onlyMine,
    theirs: ui.merge.onlyTheirs,
    both: ui.merge.both,
    unknown: null,
  }

  return (
    <div className="sc-merge">
      {rows.map((row) => {
        const { field } = row
        return (
          <fieldset key={field.key} data-chosen={choice[field.key] !== undefined}>
            <legend>
              {field.label}
              {notes[row.changedBy] ? <small>{notes[row.changedBy]}</small> : null}
            </legend>
            {hasBase ? (
              <div className="sc-merge-base">
                <small>{ui.merge.base}</small>
                <div>{row.hasBase ? show(field, field.base) : null}</div>
              </div>
            ) : null}
            {sides.map((side) => {
              const shown = (
                <>
                  <small>{ui.merge[side]}</small>
                  <span className="sc-merge-value">{show(field, field[side])}</span>
                </>
              )
              return onPick ? (
                <label key={side} className="sc-merge-side">
                  <input
                    type="radio"
                    name={`${id}-${field.key}`}
                    checked={choice[field.key] === side}
                    onChange={() => onPick(field.key, side)}
                  />
                  {shown}
                </label>
              ) : (
                <div key={side} className="sc-merge-still">
                  {shown}
                </div>
              )
            })}
          </fieldset>
        )
      })}
    </div>
  )
}
