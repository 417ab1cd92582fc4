import type { z } from 'zod'
import type { Given, Operation } from '#domain/contract.ts'
import { Problem } from '#domain/errors.ts'
import { confidentialPermissions, scopeOf } from '#domain/permissions.ts'
import { actorOf, enterScope, type Door } from '#server/door.ts'
import { collectIds } from './ids.ts'
import type { Implemented } from './implement.ts'
import { checkIds } from './scopeCheck.ts'

/** `Door.ask`: the same checks, the same row-level security and the same handler as if it were asked by itself. */
export async function askWithin<O extends Operation>(
  door: Door,
  operation: O,
  query: Given<O>['query'],
  features: readonly Implemented[],
  page?: { page: number; size: number },
): Promise<z.input<O['returns']> | null> {
  if (operation.method !== 'GET' || operation.access.kind !== 'permission')
    throw new TypeError(`${operation.name} is no list of a permission`)
  const { permission } = operation.access
  const scope = scopeOf(permission, actorOf(door))
  const found = features.find((one) => one.operation === operation)
  if (!scope || !found) return null
  const asked = operation.query.parse(query)
  const input = { params: {}, query: page ? Object.assign({}, asked, page) : asked, body: {} }
  const within = { ...door, scope, paths: new Map(door.paths) }
  await enterScope(door.db, scope, confidentialPermissions.includes(permission))
  try {
    await checkIds(within, collectIds(operation.query, input.query))
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  }
  return (await found.handler(within, input)) as z.input<O['returns']>
}
