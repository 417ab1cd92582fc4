import { z } from 'zod'
import { line } from './common.ts'
import { anyone, contract, done, inScope, read, signedIn, write } from './contract.ts'
import { sessionId } from './ids.ts'
import { bureauNaming, loginName, ownSession, sessionView } from './session.ts'

const password = z.string().min(1).max(256)
export const newPassword = z.string().min(8).max(256)

const person = z.strictObject({ login: loginName, name: line(2, 50) })

export const sessionContract = contract('session', {
  show: read('/session', { returns: sessionView, access: anyone }),
  start: write('/session', {
    body: z.strictObject({ login: z.string().trim().min(1).max(40), password }),
    returns: sessionView,
    access: anyone,
    audit: 'session.started',
    secret: true,
  }),
  /** One click per role; refused everywhere but in a demo store. */
  startDemo: write('/session/demo', {
    body: z.strictObject({ login: z.string().trim().min(1).max(40) }),
    returns: sessionView,
    access: anyone,
    audit: 'session.started',
  }),
  end: write('/session/end', { returns: done, access: signedIn, audit: 'session.ended' }),
  /** Where one is signed in: this session first, then by last use. */
  list: read('/sessions', { returns: z.array(ownSession), access: signedIn }),
  endOne: write('/sessions/:id/end', {
    params: z.strictObject({ id: sessionId }),
    returns: done,
    access: signedIn,
    audit: 'session.ended-elsewhere',
  }),
  endOthers: write('/sessions/end-others', {
    returns: done,
    access: signedIn,
    audit: 'session.ended-elsewhere',
  }),
  /** For some minutes this session may do what needs the password again. */
  confirmPassword: write('/session/password/confirmation', {
    body: z.strictObject({ password }),
    returns: done,
    access: signedIn,
    audit: 'password.confirmed',
    secret: true,
  }),
  changePassword: write('/session/password', {
    body: z.strictObject({ current: password, next: newPassword }),
    returns: done,
    access: signedIn,
    audit: 'password.changed',
    secret: true,
  }),
  /**
   * First run of a real installation, unlocked by the one-time code printed in the log. The three
   * administrators are three people (三员分立): the one at the screen becomes 系统管理员, the other two
   * are invited with codes shown once.
   */
  setup: write('/setup', {
    body: z.strictObject({
      code: z.string().trim().min(1).max(40),
      bureauName: bureauNaming.shape.name,
      login: loginName,
      name: line(2, 50),
      password: newPassword,
      securityAdmin: person,
      auditor: person,
    }),
    returns: z.object({
      view: sessionView,
      invitations: z.array(
        z.object({ login: z.string(), name: z.string(), role: z.string(), code: z.string() }),
      ),
    }),
    access: anyone,
    audit: 'installation.set-up',
    secret: true,
  }),
  /** Certificates that were issued keep the name that they were sealed with. */
  renameBureau: write('/installation/name', {
    body: bureauNaming,
    returns: z.object({ name: z.string() }),
    access: inScope('accounts.manage'),
    audit: 'installation.renamed',
  }),
})
