import { useText } from '#lib/i18n.ts'

interface BookRowsProps {
  /** Label and text, or label and paragraphs. */
  rows: readonly (readonly [string, string | readonly string[]])[]
}

/** The wide rows of the minute book; what is empty says so, as on paper. */
export function BookRows({ rows }: BookRowsProps) {
  const { meetings: t } = useText()
  return rows.map(([label, content]) => {
    const paragraphs = (typeof content === 'string' ? [content] : content).filter((line) =>
      line.trim(),
    )
    return (
      <tr key={label} className="mb-wide">
        <th scope="row">{label}</th>
        <td colSpan={3}>
          {paragraphs.length === 0
            ? t.book.none
            : paragraphs.map((line, index) => <p key={`${index} ${line.slice(0, 12)}`}>{line}</p>)}
        </td>
      </tr>
    )
  })
}
