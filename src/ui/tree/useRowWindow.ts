import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { FlatTree } from './flatten.ts'

const OVERSCAN = 8
/** Where nothing can be measured (tests). */
const ASSUMED_ROW = 32
const ASSUMED_ROWS = 20

/**
 * Which rows are in view. All rows have one height, set in rem by the style sheet and measured, so
 * 大字 and zoom need nothing more. What stood at the top stays there when rows come in above it.
 */
export function useRowWindow(flat: FlatTree) {
  const frame = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ row: ASSUMED_ROW, rows: ASSUMED_ROWS })
  const [first, setFirst] = useState(0)
  const anchor = useRef({ id: '', row: 0 })

  useEffect(() => {
    const outer = frame.current
    const row = probe.current
    if (!outer || !row || typeof ResizeObserver === 'undefined') return undefined
    const measure = () => {
      const height = row.getBoundingClientRect().height || ASSUMED_ROW
      setSize({
        row: height,
        rows: Math.ceil((outer.clientHeight || height * ASSUMED_ROWS) / height),
      })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    observer.observe(row)
    return () => observer.disconnect()
  }, [])

  const keepAnchor = useCallback(
    (top: number) => {
      let row = top
      while (row < flat.length && flat.ids[row] === null) row += 1
      anchor.current = { id: flat.ids[row] ?? '', row }
    },
    [flat],
  )

  useLayoutEffect(() => {
    const { id, row } = anchor.current
    const outer = frame.current
    if (outer && outer.scrollTop > 0 && id && flat.ids[row] !== id) {
      const now = flat.ids.indexOf(id)
      if (now >= 0) outer.scrollTop += (now - row) * size.row
    }
    keepAnchor(Math.floor((outer?.scrollTop ?? 0) / size.row))
  }, [flat, keepAnchor, size.row])

  const onScroll = () => {
    const top = Math.floor((frame.current?.scrollTop ?? 0) / size.row)
    keepAnchor(top)
    setFirst(top)
  }

  const scrollTo = useCallback(
    (row: number, where: 'nearest' | 'middle') => {
      const outer = frame.current
      if (!outer) return
      const top = row * size.row
      const height = outer.clientHeight
      if (where === 'middle') outer.scrollTop = top - (height - size.row) / 2
      else if (top < outer.scrollTop) outer.scrollTop = top
      else if (top + size.row > outer.scrollTop + height && height > 0)
        outer.scrollTop = top + size.row - height
    },
    [size.row],
  )

  const start = Math.max(0, Math.min(first, flat.length - size.rows) - OVERSCAN)
  const end = Math.min(flat.length, first + size.rows + OVERSCAN)
  return {
    frame,
    probe,
    rowHeight: size.row,
    rowsInView: size.rows,
    start,
    end,
    onScroll,
    scrollTo,
  }
}
