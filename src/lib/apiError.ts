import type { ProblemBody, ProblemCode, ProblemFields } from '#domain/errors.ts'
import { sentenceInProse } from './format.ts'

/** `network`: no answer came. `unreadable`: an answer that is not ours (a proxy's page). */
export type ApiErrorCode = ProblemCode | 'network' | 'unreadable'

/** A refused call. `message` is a sentence for the person, in the language of the screen, days as prose has them. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** Path of the field inside the input (`body.attendance.3.reason`) → sentence. */
  readonly fields: ProblemFields
  /** What the caller needs to go on, e.g. the current record after a version conflict. */
  readonly detail: unknown
  /** Seconds to wait, where the server said so. */
  readonly retryAfter: number | null

  constructor(
    code: ApiErrorCode,
    status: number,
    body: Partial<ProblemBody> = {},
    retryAfter: number | null = null,
  ) {
    super(sentenceInProse(body.message ?? code))
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.fields = Object.fromEntries(
      Object.entries(body.fields ?? {}).map(([path, said]) => [path, sentenceInProse(said)]),
    )
    this.detail = body.detail
    this.retryAfter = retryAfter
  }
}

export const isApiError = (error: unknown, code?: ApiErrorCode): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code)

/** What was asked for cannot be, is not there or is not for this account: asking again changes nothing. */
export const isRefusal = (error: unknown): boolean =>
  isApiError(error, 'invalid') || isApiError(error, 'not_found') || isApiError(error, 'forbidden')
