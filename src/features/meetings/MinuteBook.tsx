import type { Book } from './book.ts'
import '#ui/print.css'
import './minuteBook.css'

/** The page of the minute book on paper: every field of a 会议记录, signature lines at the foot. */
export function MinuteBook({ book }: { book: Book }) {
  return (
    <article className="sc-sheet mb">
      <h1>{book.title}</h1>
      <p className="sc-sheet-subtitle">{book.subtitle}</p>
      <table>
        <tbody>
          {Array.from({ length: book.head.length / 2 }, (_, row) => (
            <tr key={row}>
              {book.head.slice(row * 2, row * 2 + 2).map(([label, value]) => [
                <th key={label} scope="row">
                  {label}
                </th>,
                <td key={`${label} value`}>{value}</td>,
              ])}
            </tr>
          ))}
          {book.rows.map(([label, lines]) => (
            <tr key={label} className="mb-wide">
              <th scope="row">{label}</th>
              <td colSpan={3}>
                {lines.map((line, index) => (
                  <p key={`${index} ${line.slice(0, 12)}`}>{line}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mb-signs">
        {book.signs.map((line) => (
          <p key={line}>
            <span>{line}</span>
            <span className="mb-line" />
            <span>{book.date}</span>
          </p>
        ))}
      </div>
      <footer>{book.foot}</footer>
    </article>
  )
}
