import type { ReactNode } from 'react'

export type Side = 'mine' | 'theirs'

export interface MergeField {
  key: string
  label: string
  mine: unknown
  theirs: unknown
  /** What both started from, if known: then one-sided changes are taken over by themselves. */
  base?: unknown
  /** How a value reads; text and numbers need none. */
  show?: (value: unknown) => ReactNode
}

export interface MergeRow {
  field: MergeField
  changedBy: 'mine' | 'theirs' | 'both' | 'unknown'
  suggested: Side | undefined
  hasBase: boolean
}

/** null, undefined and '' are the same nothing; objects are compared by content. */
const same = (a: unknown, b: unknown): boolean => {
  const plain = (value: unknown) =>
    value === undefined || value === null || value === '' ? null : value
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

/** The fields that differ, each with who changed it and, where only one side did, that side. */
export function mergeRows(fields: readonly MergeField[]): MergeRow[] {
  return fields.flatMap((field): MergeRow[] => {
    if (same(field.mine, field.theirs)) return []
    if (!('base' in field))
      return [{ field, changedBy: 'unknown', suggested: undefined, hasBase: false }]
    const byMe = !same(field.mine, field.base)
    const byThem = !same(field.theirs, field.base)
    if (byMe && byThem) return [{ field, changedBy: 'both', suggested: undefined, hasBase: true }]
    const side: Side = byMe ? 'mine' : 'theirs'
    return [{ field, changedBy: side, suggested: side, hasBase: true }]
  })
}
