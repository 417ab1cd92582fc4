import { useCallback, useEffect, useRef, useState } from 'react'
import { TOP, type ChildList, type FlatTree } from './flatten.ts'

interface RevealParts {
  flat: FlatTree
  children: ReadonlyMap<string, ChildList>
  expanded: ReadonlySet<string>
  onExpanded: (next: ReadonlySet<string>) => void
  load: (parent: string, offset: number, around?: string) => void
  arrive: (row: number) => void
}

/**
 * Opens the way to a node step by step: expands what is closed, asks for the page that holds the
 * next step, goes on when it comes, and ends at the node, or when a page fails.
 */
export function useReveal({ flat, children, expanded, onExpanded, load, arrive }: RevealParts) {
  const [path, setPath] = useState<readonly string[] | null>(null)
  const ended = useRef<readonly string[] | null>(null)

  useEffect(() => {
    if (!path || ended.current === path) return
    // The tree may begin below the path's first steps (one's own subtree).
    const top = children.get(TOP)
    const begin = top ? path.findIndex((id) => top.ids.includes(id)) : 0
    const way = path.slice(Math.max(0, begin))
    const target = way[way.length - 1]
    if (target === undefined) return

    const closed = way.slice(0, -1).filter((id) => !expanded.has(id))
    if (closed.length > 0) {
      onExpanded(new Set([...expanded, ...closed]))
      return
    }
    for (const [step, id] of way.entries()) {
      const parent = step === 0 ? TOP : (way[step - 1] ?? TOP)
      const list = children.get(parent)
      if (list?.ids.includes(id)) continue
      const isComplete = list && list.ids.length >= list.total && !list.ids.includes(null)
      if (list?.state === 'failed' || isComplete) ended.current = path
      else if (list?.state !== 'loading') load(parent, 0, id)
      return
    }
    const row = flat.ids.indexOf(target)
    if (row >= 0) {
      ended.current = path
      arrive(row)
    }
  }, [path, flat, children, expanded, onExpanded, load, arrive])

  return useCallback((next: readonly string[]) => setPath([...next]), [])
}
