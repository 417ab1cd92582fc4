import type { SessionView } from '#domain/session.ts'
import { send } from '#lib/http.ts'

// By path, not by contract: the contract brings zod, which this page must not wait for.
// session.test.ts of the server holds both to the same operations.

/** Signs in; throws ApiError with the sentence to show (`sign_in_failed`, `locked_out`, …). */
export const signIn = async (login: string, password: string): Promise<SessionView> =>
  (await send({ method: 'POST', path: '/session', body: { login, password } })) as SessionView

/** One click per role in a demo store. */
export const signInToDemo = async (login: string): Promise<SessionView> =>
  (await send({ method: 'POST', path: '/session/demo', body: { login } })) as SessionView

/** Sets the password of an invited account; the code works once. */
export const acceptInvitation = async (
  login: string,
  code: string,
  password: string,
): Promise<void> => {
  await send({ method: 'POST', path: '/invitations/accept', body: { login, code, password } })
}
