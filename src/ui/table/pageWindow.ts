export interface PageStep {
  key: string
  /** null is a gap. */
  page: number | null
}

/** First, last and the neighbours of the current page: 1 … 4 5 6 … 11; never a gap for one page. */
export function pageWindow(page: number, last: number): PageStep[] {
  const steps: PageStep[] = []
  let before = 0
  for (const next of [1, page - 1, page, page + 1, last]) {
    if (next <= before || next > last) continue
    if (next - before === 2) steps.push({ key: String(next - 1), page: next - 1 })
    else if (next - before > 2) steps.push({ key: `gap${next}`, page: null })
    steps.push({ key: String(next), page: next })
    before = next
  }
  return steps
}
