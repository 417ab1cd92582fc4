import { Link } from 'react-router'

export interface ChartRows {
  columns: readonly string[]
  rows: readonly {
    key: string
    head: string
    cells: readonly { text: string; to?: string | undefined }[]
  }[]
}

interface ChartTableProps extends ChartRows {
  label: string
  /** Where nobody sees the focus, numbers are text alone. */
  plain?: boolean
}

/** The numbers of a chart as a table; each number leads to its rows. */
export function ChartTable({ label, columns, rows, plain = false }: ChartTableProps) {
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={`${index}:${column}`} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map(({ text, to }, index) => (
              <td key={index}>{to && !plain ? <Link to={to}>{text}</Link> : text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
