import { z } from 'zod'
import { anyone, contract, done, read, signedIn, write } from './contract.ts'
import { loginName, sessionView } from './session.ts'

const password = z.string().min(1).max(256)
export const newPassword = z.string().min(8).max(256)

export const sessionContract = contract('session', {
  show: read('/session', { returns: sessionView, access: anyone }),
  start: write('/session', {
    body: z.strictObject({ login: z.string().trim().min(1).max(40), password }),
    returns: sessionView,
    access: anyone,
    audit: 'session.started',
  }),
  /** One click per role; refused everywhere but in a demo store. */
  startDemo: write('/session/demo', {
    body: z.strictObject({ login: z.string().trim().min(1).max(40) }),
    returns: sessionView,
    access: anyone,
    audit: 'session.started',
  }),
  end: write('/session/end', { returns: done, access: signedIn, audit: 'session.ended' }),
  changePassword: write('/session/password', {
    body: z.strictObject({ current: password, next: newPassword }),
    returns: done,
    access: signedIn,
    audit: 'password.changed',
  }),
  /** First run of a real installation, unlocked by the one-time code printed in the log. */
  setup: write('/setup', {
    body: z.strictObject({
      code: z.string().trim().min(1).max(40),
      bureauName: z.string().trim().min(2).max(60),
      login: loginName,
      name: z.string().trim().min(2).max(50),
      password: newPassword,
    }),
    returns: sessionView,
    access: anyone,
    audit: 'installation.set-up',
  }),
})
