/** What the store says, and to whom: a pino logger fits. Never the parameters of a statement. */
export interface StoreLog {
  info(data: object, message: string): void
  warn(data: object, message: string): void
  error(data: object, message: string): void
}
