import { use, useCallback, useMemo } from 'react'
import { UNSAFE_DataRouterContext, useSearchParams, type DataRouter } from 'react-router'
import type { z } from 'zod'
import { useAddressed } from './urlFaults.ts'

/**
 * The URL is the state of a list: filters, sorting, page and the open row, by one zod schema whose
 * fields all have a default or are optional. A field that does not parse falls back alone, so an old
 * link still opens, and the frame says which (`urlFaults.ts`). What equals its default stays out of the URL.
 */
export type UrlSchema = z.ZodObject<Record<string, z.ZodType>>

/** The state in a URL's search; for loaders. */
export function readUrlState<S extends UrlSchema>(schema: S, search: URLSearchParams): z.output<S> {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => {
      const all = search.getAll(name)
      const given = all.length > 1 ? all : all[0]
      const parsed = field.safeParse(given)
      const read = parsed.success ? parsed : field.safeParse(all.length === 1 ? all : undefined)
      return [name, read.success ? read.data : field.safeParse(undefined).data]
    }),
  ) as z.output<S>
}

/** The search with a change in it; foreign keys (scope, year) stay. A change of anything but the page goes to page 1. */
export function writeUrlState<S extends UrlSchema>(
  schema: S,
  search: URLSearchParams,
  change: Partial<z.output<S>>,
): URLSearchParams {
  const next = new URLSearchParams(search)
  const filters = Object.keys(change).some((name) => name !== 'page' && name !== 'open')
  if (filters && 'page' in schema.shape && !('page' in change)) next.delete('page')
  for (const [name, value] of Object.entries(change)) {
    next.delete(name)
    const items: unknown[] = Array.isArray(value) ? value : [value]
    const texts = items
      .filter((item) => item !== undefined && item !== null && item !== '')
      .map(String)
    const usual: unknown = schema.shape[name]?.safeParse(undefined).data
    if (usual === value) continue
    for (const text of texts) next.append(name, text)
  }
  return next
}

export interface SetOptions {
  /** Typing in a filter replaces the entry of the history; opening a row makes one. */
  replace?: boolean
}

/**
 * The search that the last change leads to. What is rendered may be older: a loader and the rendering lie between a
 * press and the address, and the next press must not undo it. Only the router itself knows, and has no other door.
 */
function latest({ state: { location, navigation } }: DataRouter): string {
  const { location: coming = location } = navigation
  return (coming.pathname === location.pathname ? coming : location).search
}

/** `const [filter, setFilter] = useUrlState(meetingFilter)`; `setFilter({ type: 'lecture' })`. */
export function useUrlState<S extends UrlSchema>(schema: S) {
  const [search, setSearch] = useSearchParams()
  const router = use(UNSAFE_DataRouterContext)?.router
  useAddressed(schema)
  const state = useMemo(() => readUrlState(schema, search), [schema, search])
  const setState = useCallback(
    (change: Partial<z.output<S>>, { replace = true }: SetOptions = {}) =>
      setSearch(
        (now) => writeUrlState(schema, router ? new URLSearchParams(latest(router)) : now, change),
        { replace, preventScrollReset: true },
      ),
    [schema, setSearch, router],
  )
  return [state, setState] as const
}
