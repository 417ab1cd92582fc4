import { pino } from 'pino'
import type { Env } from './env.ts'

/** Pino's number of the level. */
const warn = 40

/**
 * The log, in lines of JSON on the standard output. Lines are written a quarter of a second together, since
 * a write for each request cost as much as a statement; warnings and errors, and the end of the
 * process, write at once what there is.
 */
export function openLog(level: Env['LOG_LEVEL']) {
  const output = pino.destination({
    dest: 1,
    sync: false,
    minLength: 8_192,
    periodicFlush: 250,
  })
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(args, method, at) {
          method.apply(this, args)
          if (at >= warn) output.flush()
        },
      },
    },
    output,
  )
}

/** A path as the log has it: the address of a calendar is its own key, and who reads the log is not to have it. */
export const loggedPath = (path: string): string =>
  path.replace(/^(\/api\/calendar\/)(?!subscription\b).+$/i, '$1…')
