import type { Context } from 'hono'
import type { z } from 'zod'
import type { CalendarFile } from '#domain/calendar.ts'
import { Problem, problem, type Language } from '#domain/errors.ts'
import type { picture } from '#domain/pictures.ts'
import { isFull, isTooSlow, sqlState } from '#server/db/failures.ts'
import type { World } from '#server/world.ts'

export const languageOf = (c: Context): Language =>
  c.req.header('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'zh'

/** What went wrong, as a refusal: a database that is away is 503, a bug is a 500 without details. */
export function asProblem(error: unknown, world: World, requestId: string): Problem {
  if (error instanceof Problem) return error
  if (isFull(error)) return problem('store_full')
  if (isTooSlow(error)) {
    world.log.warn({ requestId }, 'a statement was stopped at its limit of time')
    return problem('too_slow')
  }
  if (world.store.isUnavailable(error)) return problem('unavailable', { retryAfter: 2 })
  const state = sqlState(error)
  if (state === '23505') return problem('duplicate')
  // Text that PostgreSQL cannot hold, or a number beyond a column: bad input that a schema let pass.
  if (state === '22021' || state === '22P05' || state === '22003') return problem('invalid')
  if (state === '40001' || state === '40P01') return problem('unavailable', { retryAfter: 1 })
  world.log.error({ requestId, error: describe(error) }, 'unexpected error')
  return problem('internal', { params: { requestId } })
}

const describe = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack, state: sqlState(error) }
    : { message: String(error) }

export function answerProblem(c: Context, refusal: Problem): Response {
  if (refusal.options.retryAfter !== undefined)
    c.header('Retry-After', String(refusal.options.retryAfter))
  return c.json(refusal.body(languageOf(c)), refusal.status as 400)
}

export type Picture = z.output<typeof picture>

/**
 * The bytes of a picture under the type they were found to be. Its address names its content, so a browser that was
 * shown it need not ask again; nothing between may keep it, and opened by itself it is a download without rights.
 */
export function answerPicture(c: Context, { type, bytes }: Picture): Response {
  c.header('Content-Type', type)
  c.header('Cache-Control', 'private, max-age=31536000, immutable')
  c.header('Content-Disposition', `attachment; filename="portrait.${type.slice('image/'.length)}"`)
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('X-Content-Type-Options', 'nosniff')
  return c.body(bytes)
}

/**
 * A calendar, for the program of the one person whose address it is: nothing between may keep it, and whoever has it
 * asks whether it is still the same. Between us and them a gateway that compresses makes the tag a weak one.
 */
export function answerCalendar(c: Context, { text, tag }: CalendarFile): Response {
  c.header('ETag', `"${tag}"`)
  c.header('Cache-Control', 'private, no-cache')
  const known = c.req.header('if-none-match')?.split(',') ?? []
  if (known.some((one) => one.trim().replace(/^W\//, '') === `"${tag}"`)) return c.body(null, 304)
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="six-chains.ics"')
  return c.body(text)
}
