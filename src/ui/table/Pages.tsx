import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import { pageWindow } from './pageWindow.ts'

interface PagesProps {
  page: number
  size: number
  total: number
  sizes?: readonly number[]
  onChange: (page: number, size: number) => void
}

/** Page numbers, few enough to read; on a phone only where one is. */
export function Pages({ page, size, total, sizes = [20, 50, 100], onChange }: PagesProps) {
  const { ui } = useText()
  const last = Math.max(1, Math.ceil(total / size))
  const smallest = Math.min(...sizes)
  if (total <= smallest && page === 1) return null

  return (
    <nav className="sc-pages" aria-label={ui.pages.label}>
      <button
        type="button"
        className="sc-bare"
        aria-label={ui.pages.previous}
        disabled={page <= 1}
        onClick={() => onChange(page - 1, size)}
      >
        <Mark name="left" />
      </button>
      <span className="sc-pages-where">{ui.pages.of(page, last)}</span>
      <ol>
        {pageWindow(page, last).map((item) => (
          <li key={item.key}>
            {item.page === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <button
                type="button"
                className="sc-bare"
                aria-label={ui.pages.page(item.page)}
                aria-current={item.page === page ? 'page' : undefined}
                onClick={() => onChange(item.page ?? 1, size)}
              >
                {item.page}
              </button>
            )}
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="sc-bare"
        aria-label={ui.pages.next}
        disabled={page >= last}
        onClick={() => onChange(page + 1, size)}
      >
        <Mark name="right" />
      </button>
      <select
        className="sc-input"
        aria-label={ui.pages.size}
        value={size}
        // The first row in view stays in view.
        onChange={(event) => {
          const next = Number(event.target.value)
          onChange(Math.floor(((page - 1) * size) / next) + 1, next)
        }}
      >
        {(sizes.includes(size) ? sizes : [size, ...sizes]).map((option) => (
          <option key={option} value={option}>
            {ui.pages.perPage(option)}
          </option>
        ))}
      </select>
    </nav>
  )
}
