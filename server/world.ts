import type { Kysely } from 'kysely'
import type { Tables } from './db/tables.ts'

/** What a runtime gives the API. Everything that differs between Node, the page and a test is here. */
export interface World {
  db: Kysely<Tables>
  /** Real time; business days come from `door.today`. */
  clock: () => Date
  hasher: PasswordHasher
  secrets: Secrets
  /** SHA-256 in hex for what is asked with every request; at once, where the runtime can. */
  sha256: (text: string) => string | Promise<string>
  log: Log
  store: StoreState
  /** The newest backup, null before the first, and since when there is something to back up; only where the server keeps them itself. */
  backups?: () => { last: Date | null; began: Date }
  /** Product version, as `/version` says it. */
  version: string
  /** Sessions may travel by plain http, and the page says so. */
  plainHttp: boolean
  /** Hold every answer to its schema before it is sent (tests): `checkAnswer`. */
  checkResponses: boolean
}

/** Argon2id PHC strings, alike on every runtime. The password is taken in NFKC: how a keyboard wrote it makes no difference. */
export interface PasswordHasher {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** Encryption at rest of id numbers, phones and addresses. */
export interface Secrets {
  encrypt(text: string): Promise<string>
  /** @throws when the text was not made with this key. */
  decrypt(cipher: string): Promise<string>
  /** Keyed digest for finding equal values without reading them. */
  mac(text: string): Promise<string>
}

export interface Log {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

export interface StoreState {
  /** True below the free-space limit: writes are refused with 507. */
  readOnly(): boolean
  /** The database is away, not the request wrong. */
  isUnavailable(error: unknown): boolean
}
