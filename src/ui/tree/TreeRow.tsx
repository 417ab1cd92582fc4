import type { ReactNode } from 'react'
import { number } from '#lib/format.ts'
import type { Text } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import type { TreeNode } from './moves.ts'

interface TreeRowProps<N extends TreeNode> {
  domId: string
  row: number
  top: number
  level: number
  position: number
  setSize: number
  /** Children this row stands for, 0 for a node, -1 when their number is unknown. */
  missing: number
  failed: boolean
  loading: boolean
  node: N | undefined
  open: boolean
  active: boolean
  selected: boolean
  highlight: string | undefined
  renderIcon: ((node: N) => ReactNode) | undefined
  renderMeta: ((node: N) => ReactNode) | undefined
  words: Text['ui']['tree']
}

export function TreeRow<N extends TreeNode>(props: TreeRowProps<N>) {
  const {
    domId,
    row,
    top,
    level,
    position,
    setSize,
    missing,
    failed,
    loading,
    node,
    open,
    active,
    selected,
  } = props
  const { words } = props
  return (
    <div
      id={domId}
      role="treeitem"
      className={missing === 0 ? 'sc-tree-row' : 'sc-tree-row sc-tree-gap'}
      style={{ transform: `translateY(${top}px)`, '--sc-level': level - 1 }}
      data-row={row}
      data-active={active}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-selected={selected}
      aria-expanded={node?.hasChildren ? open : undefined}
      aria-busy={loading || undefined}
    >
      <span className="sc-tree-toggle" data-toggle={node?.hasChildren ? '' : undefined}>
        {node?.hasChildren ? <Mark name={open ? 'down' : 'right'} /> : null}
        {failed ? <Mark name="warn" /> : null}
      </span>
      {node ? (
        <>
          {props.renderIcon ? <span className="sc-tree-icon">{props.renderIcon(node)}</span> : null}
          <span className="sc-tree-label" title={node.label}>
            <Highlighted text={node.label} part={props.highlight} />
          </span>
          {props.renderMeta ? <span className="sc-tree-meta">{props.renderMeta(node)}</span> : null}
        </>
      ) : (
        <span className="sc-tree-label">
          {failed
            ? words.failed
            : loading || missing < 0
              ? words.loading
              : missing > 0
                ? words.more(number(missing))
                : words.loading}
        </span>
      )}
    </div>
  )
}

/** The text with every occurrence of the searched part marked. */
export function Highlighted({ text, part }: { text: string; part: string | undefined }) {
  const wanted = part?.trim().toLowerCase()
  if (!wanted) return text
  const pieces: ReactNode[] = []
  const lower = text.toLowerCase()
  let from = 0
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    pieces.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + wanted.length)}</mark>)
    from = at + wanted.length
  }
  return [...pieces, text.slice(from)]
}
