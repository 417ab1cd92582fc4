import { useText } from '#lib/i18n.ts'
import type { Choice } from './DataTable.tsx'
import './rowBox.css'

interface RowBoxProps<Row> {
  choice: Choice<Row>
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Of one row; without it the box is that of all rows on the page. */
  name?: string
}

/** The box by which a row, or every row of the page, is chosen for one act. */
export function RowBox<Row>({ choice, rows, rowKey, name }: RowBoxProps<Row>) {
  const { ui } = useText()
  const count = rows.filter((row) => choice.chosen.has(rowKey(row))).length
  const isAll = rows.length > 0 && count === rows.length
  return (
    <label className="sc-row-box">
      <input
        type="checkbox"
        aria-label={name === undefined ? ui.table.choosePage : ui.table.choose(name)}
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !isAll
        }}
        onChange={() => choice.onChoose(rows, !isAll)}
      />
    </label>
  )
}
