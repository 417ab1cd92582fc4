import '#ui/print.css'
import './paperBook.css'

/** A record as a page of the bureau's book, ready for paper and for Word. */
export interface Book {
  title: string
  /** The meeting's own name; with its state while nobody has signed. */
  subtitle: string
  /** Short fields, label and value, two to a line. */
  head: [string, string][]
  /** What takes the whole width: label and paragraphs; what is empty says so, as on paper. */
  rows: [string, string[]][]
  /** Who signs, each with a line and the place of a date. */
  signs: string[]
  date: string
  /** Who signed in the system, and who took the page out of it when. */
  foot: string
}

/** What is empty says so, as on paper. */
export const saidOr = (none: string, rows: Book['rows']): Book['rows'] =>
  rows.map(([label, lines]) => {
    const said = lines.filter((line) => line.trim())
    return [label, said.length > 0 ? said : [none]]
  })

/** The page on paper: every field, signature lines at the foot. */
export function PaperBook({ book }: { book: Book }) {
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
