import { z } from 'zod'
import { day, flag, line, many, search, version } from './common.ts'
import { paging, sortBy } from './contract.ts'
import { accountId, assignmentId, organizationId } from './ids.ts'
import { roles } from './permissions.ts'
import { loginName } from './session.ts'

/** Accounts (系统管理员), who holds which role (安全管理员), the audit log (安全审计员): three people. */
export const accountState = z.enum(['active', 'invited', 'disabled'])

export const account = z.object({
  id: accountId,
  login: z.string(),
  name: z.string(),
  state: accountState,
  lockedUntil: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  version,
})

export const accountName = z.strictObject({ name: line(2, 50) })
export const newAccount = accountName.extend({ login: loginName })

/** Shown once; the person sets the password with it. Nobody chooses another's password. */
export const invitation = z.object({ account, code: z.string(), expiresAt: z.string() })

/** As people see it: a lock matters only to an account that could sign in. */
export const accountStanding = z.enum(['active', 'locked', 'invited', 'disabled'])

const sought = { ...paging, q: search }

export const accountFilter = z.strictObject({
  ...sought,
  states: many(accountStanding),
  sort: sortBy('login', 'name', 'lastSeen').default('login'),
})
export type AccountFilter = z.output<typeof accountFilter>

export const assignmentView = z.object({
  id: assignmentId,
  accountId,
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  organizationId: organizationId.nullable(),
  organizationName: z.string().nullable(),
  grantedAt: z.string(),
  /** The post it went with has ended, or its person has gone: somebody has to say whether it stays. */
  orphaned: z.boolean(),
  version,
})

export const assignmentFilter = z.strictObject({
  ...sought,
  roles: many(z.enum(roles)),
  orphaned: flag,
  sort: sortBy('login', 'name', 'grantedAt').default('login'),
})
export type AssignmentFilter = z.output<typeof assignmentFilter>

/** 党员 is granted by nobody: it comes with the link of an account to a member, at the member's place, and goes with it. */
export const newAssignment = z.strictObject({
  accountId,
  role: z.enum(roles).exclude(['member']),
  organizationId: organizationId.nullable().default(null),
})

export const auditEntry = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  target: z.string().nullable(),
  organizationName: z.string().nullable(),
  /** Personal fields are masked or left out. */
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string(),
  /** Names the session it was done in, and opens nothing; null where nobody was signed in, and in older entries. */
  session: z.string().nullable(),
  address: z.string().nullable(),
  /** Place in the sealed chain; null until the sealer has passed. */
  seal: z.number().int().nullable(),
})

export const auditFilter = z.strictObject({
  ...paging,
  q: search,
  action: z.string().max(60).optional(),
  from: day.optional(),
  to: day.optional(),
})

/** The chain is checked slice by slice; each goes on from the `checked` and `anchor` that the one before answered. */
export const chainSlice = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  anchor: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

export const chainCheck = z.object({
  ok: z.boolean(),
  /** Nothing is left to check: the end of the chain, or its first bad link. */
  done: z.boolean(),
  /** Seal up to which all is as it was sealed, from the first on. */
  checked: z.number().int(),
  /** Number of the newest seal. */
  sealed: z.number().int(),
  /** Entries behind the newest seal, told when all is done: the sealer has not reached them yet. */
  pending: z.number().int(),
  /** Hash of the last seal that was checked: of the newest, write it down, compare it later. */
  anchor: z.string().nullable(),
  /** What is wrong first: the number of a seal with its entry, `#12 018f…`. */
  firstBad: z.string().nullable(),
})

export const parameterView = z.object({
  key: z.string(),
  value: z.unknown(),
  from: day.nullable(),
  isDefault: z.boolean(),
  setBy: z.string().nullable(),
  /** Decided, and not in force yet: soonest first; of one day the last decision. */
  next: z.array(z.object({ value: z.unknown(), from: day, setBy: z.string() })),
})
export const newParameter = z.strictObject({
  key: line(1, 60),
  value: z.unknown(),
  from: day,
  reason: line(2, 200),
})

/** How the installation is looked after at night: only times, nothing of what it holds. */
export const upkeep = z.object({
  backup: z.object({
    /** The server keeps them itself (embedded store); elsewhere whoever runs the database does. */
    kept: z.boolean(),
    lastAt: z.string().nullable(),
    /** More than a night has passed without one. */
    overdue: z.boolean(),
  }),
  /** When the counts were last compared with what they come from; null: not yet. */
  verifiedAt: z.string().nullable(),
})
