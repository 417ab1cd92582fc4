import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useSearchParams } from 'react-router'
import { scopeFaults } from './scope.ts'
import type { UrlSchema } from './urlState.ts'

/**
 * What an address asks for and does not get: a value that cannot be, or a name that no list of the page knows. The page
 * then shows what it would without it, and the frame says so: a list must not look filtered when it is not.
 */
export interface UrlFault {
  name: string
  /** As it stands in the address; several as one. */
  value: string
}

/** The schemas of what is on the screen now; a page may hold several (`useUrlState`). */
let shown: readonly UrlSchema[] = []
const listeners = new Set<() => void>()

function show(next: readonly UrlSchema[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Tells the frame which parts of the address this component reads. */
export function useAddressed(schema: UrlSchema): void {
  useEffect(() => {
    show([...shown, schema])
    return () => {
      const at = shown.indexOf(schema)
      show(shown.filter((_, index) => index !== at))
    }
  }, [schema])
}

const reads = (field: { safeParse: (value: unknown) => { success: boolean } }, all: string[]) =>
  [all.length > 1 ? all : all[0], all].some((given) => field.safeParse(given).success)

/** The parts of `search` that none of the schemas can read; none where nothing on the screen reads the address. */
export function faultsIn(schemas: readonly UrlSchema[], search: URLSearchParams): UrlFault[] {
  if (schemas.length === 0) return []
  const names = [...new Set(search.keys())].filter((name) => name !== 'scope' && name !== 'year')
  return names.flatMap((name) => {
    const all = search.getAll(name)
    const fields = schemas.flatMap(({ shape }) => shape[name] ?? [])
    return fields.some((field) => reads(field, all)) ? [] : [{ name, value: all.join(', ') }]
  })
}

/** For the frame: what of the address is not followed on the page that is shown. */
export function useUrlFaults(): UrlFault[] {
  const [search] = useSearchParams()
  const schemas = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => shown,
  )
  return useMemo(() => [...scopeFaults(search), ...faultsIn(schemas, search)], [schemas, search])
}
