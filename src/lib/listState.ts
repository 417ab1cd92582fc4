import type { z } from 'zod'
import type { UrlSchema } from './urlState.ts'

/** A flag of the address as the query of an operation takes it; what is not asked for is left out. */
export const asked = (flag: boolean | undefined) => (flag ? ('true' as const) : undefined)

/** What of an address says where one is in a list, and not which rows it holds. */
const places = new Set(['page', 'size', 'sort', 'open', 'form', 'view'])

/**
 * The filters among what an address says of a list: `none` takes them all away, `setIn` names those that are set.
 * Everything beside page, order and the open row is one, unless `only` names them (a page of several lists).
 */
export function filtersOf<S extends UrlSchema>(
  { shape }: S,
  only: readonly (keyof S['shape'] & string)[] = Object.keys(shape).filter(
    (name) => !places.has(name),
  ),
): {
  none: Partial<z.output<S>>
  setIn: (state: z.output<S>) => string[]
  isFiltered: (state: z.output<S>) => boolean
} {
  const none = Object.fromEntries(
    only.map((name) => [name, shape[name]?.safeParse(undefined).data]),
  ) as Partial<z.output<S>>
  const isSet = (value: unknown) => Boolean(value) && !(Array.isArray(value) && value.length === 0)
  const setIn = (state: z.output<S>) =>
    only.filter((name) => {
      const value = (state as Record<string, unknown>)[name]
      return value !== (none as Record<string, unknown>)[name] && isSet(value)
    })
  return { none, setIn, isFiltered: (state) => setIn(state).length > 0 }
}
