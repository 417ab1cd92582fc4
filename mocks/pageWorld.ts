import type { Kysely } from 'kysely'
import { isUnavailable } from '#server/db/failures.ts'
import type { Tables } from '#server/db/tables.ts'
import { sha256 } from '#server/digest.ts'
import { createSecrets } from '#server/secrets.ts'
import type { World } from '#server/world.ts'
import { demoKey } from './demoKey.ts'
import { pageHasher } from './hasher.ts'

/** What the page gives the API. Real time; the demo's day comes from the store. */
export async function pageWorld(db: Kysely<Tables>, version: string): Promise<World> {
  return {
    db,
    clock: () => new Date(),
    hasher: pageHasher,
    secrets: await createSecrets(demoKey()),
    sha256,
    log: {
      info() {},
      warn: (fields, message) => report('warn', fields, message),
      error: (fields, message) => report('error', fields, message),
    },
    store: { readOnly: () => false, isUnavailable },
    version,
    plainHttp: false,
    checkResponses: false,
  }
}

/** To whoever has the developer's tools open; a reported error does not stop anything. */
function report(level: 'warn' | 'error', fields: Record<string, unknown>, message: string): void {
  dispatchEvent(new CustomEvent('six-chains:log', { detail: { level, message, fields } }))
  if (level === 'error') reportError(new Error(`${message} ${JSON.stringify(fields)}`))
}
