import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react'
import { useText } from '#lib/i18n.ts'
import { parentId, TOP, type ChildList } from './flatten.ts'
import { rowAfterKey, rowByTyping, siblings, type TreeNode } from './moves.ts'
import { TreeRow } from './TreeRow.tsx'
import { useFlat } from './useFlat.ts'
import { useReveal } from './useReveal.ts'
import { useRowWindow } from './useRowWindow.ts'
import './tree.css'

const TYPING_MS = 700

export interface TreeHandle {
  /** Opens the way to a node and puts the focus row on it: ids from the root down, itself last. */
  reveal: (path: readonly string[]) => void
}

export interface VirtualTreeProps<N extends TreeNode> {
  label: string
  nodes: ReadonlyMap<string, N>
  /** Known children by parent id; the roots under '' (TOP). New Map after every change. */
  lists: ReadonlyMap<string, ChildList>
  expanded: ReadonlySet<string>
  onExpanded: (next: ReadonlySet<string>) => void
  /** Wants children of `parent` from `offset`, or the page that holds `around`. */
  onLoad: (parent: string, offset: number, around?: string) => void
  selected: string | null
  onSelect: (id: string) => void
  renderIcon?: (node: N) => ReactNode
  /** At the right end of the row: counts, tags. */
  renderMeta?: (node: N) => ReactNode
  /** Part of the label to mark. */
  highlight?: string
  ref?: Ref<TreeHandle>
}

/**
 * A tree of any size: only the rows in view are in the document. Own and not antd's, whose tree
 * flattens all nodes on every change and knows no pages of children.
 */
export function VirtualTree<N extends TreeNode>(props: VirtualTreeProps<N>) {
  const { label, nodes, lists, expanded, onExpanded, onLoad, selected, onSelect, ref } = props
  const { ui } = useText()
  const treeId = useId()
  const flat = useFlat(lists, expanded)
  const { frame, probe, rowHeight, rowsInView, start, end, onScroll, scrollTo } = useRowWindow(flat)
  const [at, setAt] = useState<{ id: string | null; row: number }>({ id: selected, row: 0 })
  const typed = useRef({ text: '', until: 0 })
  const asked = useRef(new Map<string, ChildList | undefined>())

  // The focus row follows its node when rows come and go; a gap stays where it is.
  const found = at.id === null || flat.ids[at.row] === at.id ? at.row : flat.ids.indexOf(at.id)
  const active = Math.max(0, Math.min(found >= 0 ? found : at.row, flat.length - 1))

  const goTo = useCallback(
    (row: number, where: 'nearest' | 'middle' = 'nearest') => {
      setAt({ id: flat.ids[row] ?? null, row })
      scrollTo(row, where)
    },
    [flat, scrollTo],
  )

  // Once for every state of a list, so that neither scrolling nor rendering asks again.
  const load = useCallback(
    (parent: string, offset: number, around?: string) => {
      const key = `${parent} ${around ?? offset}`
      const list = lists.get(parent)
      if (asked.current.has(key) && asked.current.get(key) === list) return
      asked.current.set(key, list)
      onLoad(parent, offset, around)
    },
    [lists, onLoad],
  )

  const arrive = useCallback((row: number) => goTo(row, 'middle'), [goTo])
  const reveal = useReveal({ flat, children: lists, expanded, onExpanded, load, arrive })
  useImperativeHandle(ref, () => ({ reveal }), [reveal])

  // A gap at the end of its list fills itself when it comes into view; others wait to be asked.
  useEffect(() => {
    for (let row = start; row < end; row += 1) {
      if (flat.ids[row] !== null) continue
      const list = lists.get(parentId(flat, row))
      const upTo = (flat.positions[row] ?? 0) + (flat.spans[row] ?? 0)
      if (!list || (list.state === undefined && upTo >= list.total))
        load(parentId(flat, row), flat.positions[row] ?? 0)
    }
  }, [flat, lists, load, start, end])

  const setOpen = (ids: readonly string[], open: boolean) => {
    const next = new Set(expanded)
    for (const id of ids) {
      if (open) next.add(id)
      else next.delete(id)
    }
    onExpanded(next)
  }
  const choose = (row: number) => {
    const id = flat.ids[row]
    if (id) onSelect(id)
    else if (row < flat.length) {
      const from = flat.positions[row] ?? 0
      const span = flat.spans[row] ?? 1
      const isBefore = from === 0 && span < (lists.get(parentId(flat, row))?.total ?? 0)
      // A gap before the first known child is met from below.
      onLoad(parentId(flat, row), isBefore ? span - 1 : from)
    }
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || flat.length === 0) return
    const id = flat.ids[active] ?? null
    const node = id === null ? undefined : nodes.get(id)
    const isOpen = id !== null && expanded.has(id)
    const to = rowAfterKey(event.key, active, flat.length, Math.max(1, rowsInView - 1))
    if (to !== null) goTo(to)
    else if (event.key === 'ArrowRight') {
      if (node?.hasChildren && !isOpen) setOpen([node.id], true)
      else if (isOpen && flat.parents[active + 1] === active) goTo(active + 1)
    } else if (event.key === 'ArrowLeft') {
      if (id !== null && isOpen) setOpen([id], false)
      else if ((flat.parents[active] ?? -1) >= 0) goTo(flat.parents[active] ?? 0)
    } else if (event.key === 'Enter' || event.key === ' ') choose(active)
    else if (event.key === '*')
      setOpen(
        siblings(flat, active).filter((each) => nodes.get(each)?.hasChildren),
        true,
      )
    // The slash leads to the search, here as everywhere.
    else if (event.key.length === 1 && event.key !== '/') {
      const text =
        event.timeStamp < typed.current.until ? typed.current.text + event.key : event.key
      typed.current = { text, until: event.timeStamp + TYPING_MS }
      goTo(rowByTyping(flat, nodes, text, active))
    } else return
    event.preventDefault()
  }

  const onClick = (event: React.MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const row = Number(event.target.closest('[data-row]')?.getAttribute('data-row') ?? -1)
    if (row < 0) return
    const id = flat.ids[row]
    setAt({ id: id ?? null, row })
    if (id && event.target.closest('[data-toggle]')) setOpen([id], !expanded.has(id))
    else choose(row)
  }

  const rows: number[] = []
  for (let row = start; row < end; row += 1) rows.push(row)
  // aria-activedescendant must name a row that exists, also when scrolled out of view.
  if (flat.length > 0 && (active < start || active >= end)) rows.push(active)

  return (
    <div
      ref={frame}
      className="sc-tree"
      role="tree"
      aria-label={label}
      aria-busy={lists.get(TOP) === undefined}
      aria-activedescendant={flat.length > 0 ? `${treeId}-${active}` : undefined}
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div ref={probe} className="sc-tree-probe" aria-hidden="true" />
      <div role="presentation" style={{ height: flat.length * rowHeight }}>
        {rows.map((row) => {
          const id = flat.ids[row] ?? null
          const list = lists.get(parentId(flat, row))
          return (
            <TreeRow
              key={id ?? `${parentId(flat, row)} ${flat.positions[row]}`}
              domId={`${treeId}-${row}`}
              row={row}
              top={row * rowHeight}
              level={flat.levels[row] ?? 1}
              position={(flat.positions[row] ?? 0) + 1}
              setSize={list?.total ?? -1}
              missing={id === null ? (list ? (flat.spans[row] ?? 0) : -1) : 0}
              failed={id === null && list?.state === 'failed'}
              loading={id === null && (!list || list.state === 'loading')}
              node={id === null ? undefined : nodes.get(id)}
              open={id !== null && expanded.has(id)}
              active={row === active}
              selected={id !== null && id === selected}
              highlight={props.highlight}
              renderIcon={props.renderIcon}
              renderMeta={props.renderMeta}
              words={ui.tree}
            />
          )
        })}
      </div>
    </div>
  )
}
