import type { ServerType } from '@hono/node-server'
import type { Log } from '#server/world.ts'

const patience = 10_000

/** SIGTERM or SIGINT: take no new connection, finish what runs, close the store, leave. */
export function stopGracefully(server: ServerType, log: Log, close: () => Promise<void>): void {
  let asked = false
  const stop = (signal: string) => {
    if (asked) return
    asked = true
    log.info({ signal }, 'stopping')
    const late = setTimeout(() => {
      log.error({}, 'could not stop in time')
      process.exit(1)
    }, patience)
    late.unref()
    server.close(() => {
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error: String(error) }, 'the store did not close')
          process.exit(1)
        },
      )
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('unhandledRejection', (error) => {
    log.error(
      { error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'unhandled rejection',
    )
    process.exitCode = 1
    stop('unhandledRejection')
  })
}
