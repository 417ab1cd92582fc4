import { z } from 'zod'
import { search } from './common.ts'
import {
  anyone,
  change,
  contract,
  done,
  inScope,
  pageOf,
  read,
  remove,
  signedIn,
  write,
} from './contract.ts'
import { accountId, assignmentId, organizationId } from './ids.ts'
import { endingSessions, openSession } from './session.ts'
import { newPassword } from './session.contract.ts'
import {
  account,
  accountFilter,
  accountName,
  assignmentFilter,
  assignmentView,
  auditEntry,
  auditFilter,
  chainCheck,
  chainSlice,
  invitation,
  newAccount,
  newAssignment,
  newParameter,
  parameterView,
  upkeep,
} from './system.ts'

const oneAccount = z.strictObject({ id: accountId })

export const accountsContract = contract('accounts', {
  list: read('/accounts', {
    query: accountFilter,
    returns: pageOf(account),
    access: inScope('accounts.manage'),
  }),
  create: write('/accounts', {
    body: newAccount,
    returns: invitation,
    access: inScope('accounts.manage'),
    audit: 'account.created',
    secret: true,
  }),
  /** A new one-time code; the old password stops working when it is used. */
  invite: write('/accounts/:id/invitation', {
    params: oneAccount,
    returns: invitation,
    access: inScope('accounts.manage'),
    audit: 'account.invited',
    versioned: true,
    secret: true,
    passwordAgain: true,
  }),
  /** The name put right; of a member's account it is that of the roster. */
  change: change('/accounts/:id', {
    params: oneAccount,
    body: accountName,
    returns: account,
    access: inScope('accounts.manage'),
    audit: 'account.changed',
  }),
  disable: write('/accounts/:id/disable', {
    params: oneAccount,
    returns: account,
    access: inScope('accounts.manage'),
    audit: 'account.disabled',
    versioned: true,
  }),
  enable: write('/accounts/:id/enable', {
    params: oneAccount,
    returns: account,
    access: inScope('accounts.manage'),
    audit: 'account.enabled',
    versioned: true,
  }),
  unlock: write('/accounts/:id/unlock', {
    params: oneAccount,
    returns: account,
    access: inScope('accounts.manage'),
    audit: 'account.unlocked',
    versioned: true,
  }),
  /** The invited person sets a password with the one-time code. */
  accept: write('/invitations/accept', {
    body: z.strictObject({
      login: z.string().trim().min(1).max(40),
      code: z.string().trim().min(1).max(40),
      password: newPassword,
    }),
    returns: done,
    access: anyone,
    audit: 'invitation.accepted',
    secret: true,
  }),
})

export const rolesContract = contract('roles', {
  list: read('/roles', {
    query: assignmentFilter,
    returns: pageOf(assignmentView),
    access: inScope('roles.grant'),
  }),
  accounts: read('/roles/accounts', {
    query: accountFilter,
    returns: pageOf(account),
    access: inScope('roles.grant'),
  }),
  /** Names of organizations only, to bind a role to; no party records. */
  organizations: read('/roles/organizations', {
    query: z.strictObject({ q: search }),
    returns: z.array(
      z.object({ id: organizationId, name: z.string(), parentName: z.string().nullable() }),
    ),
    access: inScope('roles.grant'),
  }),
  grant: write('/roles', {
    body: newAssignment,
    returns: assignmentView,
    access: inScope('roles.grant'),
    audit: 'role.granted',
    passwordAgain: true,
  }),
  revoke: remove('/roles/:id', {
    params: z.strictObject({ id: assignmentId }),
    returns: done,
    access: inScope('roles.grant'),
    audit: 'role.revoked',
  }),
  /** Where an account is signed in, latest use first. */
  sessions: read('/roles/accounts/:id/sessions', {
    params: oneAccount,
    returns: z.array(openSession),
    access: inScope('roles.grant'),
  }),
  /** Acts on the next request; the person may sign in again, which only disabling the account prevents. */
  endSessions: write('/roles/accounts/:id/sessions/end', {
    params: oneAccount,
    body: endingSessions,
    returns: done,
    access: inScope('roles.grant'),
    audit: 'session.forced-out',
  }),
})

export const auditContract = contract('audit', {
  list: read('/audit', {
    query: auditFilter,
    returns: pageOf(auditEntry),
    access: inScope('audit.read'),
  }),
  verify: read('/audit/verification', {
    query: chainSlice,
    returns: chainCheck,
    access: inScope('audit.read'),
  }),
})

export const parametersContract = contract('parameters', {
  list: read('/parameters', { returns: z.array(parameterView), access: signedIn }),
  set: write('/parameters', {
    body: newParameter,
    returns: z.array(parameterView),
    access: inScope('parameters.manage'),
    audit: 'parameter.set',
  }),
})

export const upkeepContract = contract('upkeep', {
  show: read('/upkeep', { returns: upkeep, access: inScope('accounts.manage') }),
})
