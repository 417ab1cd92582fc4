import type { SqlErrorFields } from '#server/db/failures.ts'
import type { SqlTable } from '#server/db/wireAnswer.ts'

/** What the page sends to the database's worker. */
export interface Opening {
  kind: 'open'
  /** Name of the IndexedDB database; null for one in memory that nobody keeps. */
  name: string | null
  /** The prebuilt demo bureau, gzipped. */
  snapshot: string
  /** True when the page remembers to have kept one by this name. */
  known: boolean
}

export interface Statement {
  kind: 'run'
  id: number
  sql: string
  parameters: readonly (string | null)[]
  /** Several statements without parameters. */
  script: boolean
}

export type Order = Opening | Statement

/** What the worker answers. */
export type Reply =
  | { kind: 'progress'; share: number }
  | { kind: 'opened' }
  | { kind: 'closed'; reason: string }
  | { kind: 'done'; id: number; table: SqlTable | undefined }
  | { kind: 'failed'; id: number; error: SqlErrorFields }
  /** The engine gave something that is no answer. */
  | { kind: 'broken'; id: number; reason: string }

/** How the browser names the IndexedDB database behind PGlite's folder. */
export const indexedDbName = (name: string): string => `/pglite/${name}`
