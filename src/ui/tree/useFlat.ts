import { useState } from 'react'
import { flatten, type FlatTree, type TreeShape } from './flatten.ts'
import { reflatten } from './toggled.ts'

/** The visible rows, made from those shown before. */
export function useFlat(
  children: TreeShape['children'],
  expanded: TreeShape['expanded'],
): FlatTree {
  const [shown, setShown] = useState(() => ({
    children,
    expanded,
    flat: flatten({ children, expanded }),
  }))
  if (shown.children === children && shown.expanded === expanded) return shown.flat
  const flat = reflatten(shown.flat, shown, { children, expanded })
  setShown({ children, expanded, flat })
  return flat
}
