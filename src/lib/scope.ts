import { useCallback } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { year } from '#domain/common.ts'
import { organizationId } from '#domain/ids.ts'
import type { HeldRole } from '#domain/session.ts'
import { paths } from './paths.ts'
import { useSession, useToday, currentSession, currentView } from './session.ts'

/**
 * Where one looks (an organization and all below) and which year, in the URL as `scope` and `year`,
 * so that every view can be linked. Without them: the widest organization of the session, this year.
 */
export interface Scope {
  /** Null for accounts without an organization: the three administrators, plain members. */
  organizationId: string | null
  /** Known at once when it is one of the session's own; else ask `organizations.show`. */
  organizationName: string | null
  year: number
  /** The year that the address names; null where it is this year for want of another. */
  chosenYear: number | null
}

const width = ['committee', 'general-branch', 'branch', 'group']

/** The organization of the session's widest role that looks at a subtree. */
export function widestOf(roles: readonly HeldRole[]): HeldRole | null {
  const rank = ({ organizationKind }: HeldRole) => {
    const found = width.indexOf(organizationKind ?? '')
    return found < 0 ? width.length : found
  }
  return roles
    .filter(({ role, organizationId }) => organizationId !== null && role !== 'member')
    .reduce<HeldRole | null>(
      (best, role) => (best === null || rank(role) < rank(best) ? role : best),
      null,
    )
}

/** The scope in a URL's search; for loaders. */
export function readScope(search: URLSearchParams): Scope {
  return scopeIn(search, currentSession().roles, currentView().today)
}

/** The years that the contracts know. */
const isYear = (text: string): boolean => /^\d{4}$/.test(text) && year.safeParse(text).success
const isScope = (text: string): boolean => organizationId.safeParse(text).success

/** What an address says of where and when, and cannot be. */
export const scopeFaults = (search: URLSearchParams): { name: string; value: string }[] =>
  Object.entries({ scope: isScope, year: isYear }).flatMap(([name, can]) => {
    const value = search.get(name)
    return value === null || can(value) ? [] : [{ name, value }]
  })

function scopeIn(search: URLSearchParams, roles: readonly HeldRole[], today: string): Scope {
  const asked = search.get('scope')
  const given = asked !== null && isScope(asked) ? asked : null
  const widest = widestOf(roles)
  const organizationId = given ?? widest?.organizationId ?? null
  const known = roles.find((role) => role.organizationId === organizationId)
  const askedYear = search.get('year') ?? ''
  const chosenYear = isYear(askedYear) ? Number(askedYear) : null
  return {
    organizationId,
    organizationName: known?.organizationName ?? null,
    year: chosenYear ?? Number(today.slice(0, 4)),
    chosenYear,
  }
}

interface ScopeChange {
  organizationId?: string
  year?: number
}

export function useScope() {
  const [search, setSearch] = useSearchParams()
  const { pathname } = useLocation()
  const { roles } = useSession()
  const today = useToday()
  const usual = scopeIn(new URLSearchParams(), roles, today)
  // On the honour board no year means all that is valid: there this one is named too.
  const unsaidYear = pathname === paths.honourBoard() ? null : usual.year

  /** This page's search with another scope; what equals the default stays out of it, the page starts over at 1. */
  const searchOf = useCallback(
    (now: URLSearchParams, change: ScopeChange) => {
      const next = new URLSearchParams(now)
      next.delete('page')
      if (change.organizationId === usual.organizationId) next.delete('scope')
      else if (change.organizationId !== undefined) next.set('scope', change.organizationId)
      if (change.year === unsaidYear) next.delete('year')
      else if (change.year !== undefined) next.set('year', String(change.year))
      return next
    },
    [usual.organizationId, unsaidYear],
  )
  const setScope = useCallback(
    (change: ScopeChange) => setSearch((now) => searchOf(now, change)),
    [setSearch, searchOf],
  )
  const scope = scopeIn(search, roles, today)
  /** A year that has not begun: there are plans in it, and nothing to be judged. */
  const isAhead = scope.year > usual.year
  return { ...scope, isAhead, searchOf, setScope }
}

/** `const keep = useKeepScope(); <Link to={keep(paths.members())}>`: links between pages carry scope and year on. */
export function useKeepScope(): (path: string) => string {
  const [search] = useSearchParams()
  const scope = search.get('scope')
  const year = search.get('year')
  return useCallback(
    (path) => {
      const [name = '', query = ''] = path.split('?')
      const next = new URLSearchParams(query)
      if (scope && !next.has('scope')) next.set('scope', scope)
      if (year && !next.has('year')) next.set('year', year)
      const text = next.toString()
      return text ? `${name}?${text}` : name
    },
    [scope, year],
  )
}
