import type { FlatTree } from './flatten.ts'

export interface TreeNode {
  id: string
  label: string
  hasChildren: boolean
  /** Letters that type-ahead also matches: pinyin initials. */
  initials?: string
}

/** Where the key leads from `row`; null when it is no movement. */
export function rowAfterKey(
  key: string,
  row: number,
  length: number,
  pageRows: number,
): number | null {
  const last = length - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, row + 1)
    case 'ArrowUp':
      return Math.max(0, row - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'PageDown':
      return Math.min(last, row + pageRows)
    case 'PageUp':
      return Math.max(0, row - pageRows)
    default:
      return null
  }
}

/** Without making a new text of every label: a hundred thousand may be asked. */
const begins = (text: string | undefined, wanted: string): boolean =>
  text !== undefined &&
  (text.startsWith(wanted) ||
    (text.length >= wanted.length && text.slice(0, wanted.length).toLowerCase() === wanted))

/** Next row, wrapping, whose label or initials begin with what was typed; `row` when none does. */
export function rowByTyping(
  flat: FlatTree,
  nodes: ReadonlyMap<string, TreeNode>,
  typed: string,
  row: number,
): number {
  const wanted = typed.toLowerCase()
  // A first letter looks further; more letters narrow down where it stands.
  const from = typed.length === 1 ? row + 1 : row
  for (let step = 0; step < flat.length; step += 1) {
    const at = (from + step) % flat.length
    const id = flat.ids[at]
    const node = id ? nodes.get(id) : undefined
    if (node && (begins(node.label, wanted) || begins(node.initials, wanted))) return at
  }
  return row
}

/** Rows of the same parent as `row`, itself included. */
export function siblings(flat: FlatTree, row: number): string[] {
  const owner = flat.parents[row]
  return flat.ids.flatMap((id, at) => (id !== null && flat.parents[at] === owner ? [id] : []))
}
