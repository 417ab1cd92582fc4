import { z } from 'zod'
import { accountId, memberId, organizationId, sessionId } from './ids.ts'
import { line } from './common.ts'
import { allRoles, permissions, roles } from './permissions.ts'

/** What the bureau is called henceforth, and by what decision. */
export const bureauNaming = z.strictObject({ name: line(2, 60), reason: line(2, 200) })

/** Login names: 2–40 letters, digits, dot, dash, underscore; compared without case. */
export const loginName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, '账号为 2–40 位字母、数字、点、横线或下划线')

/** One role that the account holds at one organization (null for roles of the installation). */
export const heldRole = z.object({
  role: z.enum(allRoles),
  organizationId: organizationId.nullable(),
  organizationName: z.string().nullable(),
  organizationKind: z.string().nullable(),
})
export type HeldRole = z.infer<typeof heldRole>

export const signedInSession = z.object({
  accountId,
  login: z.string(),
  name: z.string(),
  memberId: memberId.nullable(),
  roles: z.array(heldRole),
  /** Everything any of the roles gives, for menus and buttons. */
  permissions: z.array(z.enum(permissions)),
  /** Base64url of 32 bytes, held by the server per account: the key that drafts are encrypted with. */
  draftKey: z.string(),
  /** The password was set by somebody else or has expired, and must be changed first. */
  mustChangePassword: z.boolean(),
  /** Instants at which the session ends without use, and in any case. */
  idleUntil: z.string(),
  endsAt: z.string(),
})
export type SignedInSession = z.infer<typeof signedInSession>

export const demoAccount = z.object({
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  organizationName: z.string().nullable(),
})
export type DemoAccount = z.infer<typeof demoAccount>

/** What the page must know before anything else. Never a 401, so that asking is no error. */
export const sessionView = z.object({
  /** Null when nobody is signed in. */
  session: signedInSession.nullable(),
  installation: z.object({
    /** Name of the bureau, as on the frame; null before setup. */
    name: z.string().nullable(),
    demo: z.boolean(),
    /** A real installation before its first administrator. */
    needsSetup: z.boolean(),
    /** What a new password must be (`password.policy` on this day), so that it is said before one types. */
    passwordPolicy: z.enum(['nist', 'dengbao']),
    version: z.string(),
    /** Told to serve plain http (`COOKIE_INSECURE`): whoever listens on the network reads along, and the page warns. */
    plainHttp: z.boolean(),
    /** Below the free-space limit: writes are refused with 507 until there is room again. */
    readOnly: z.boolean(),
  }),
  /** Today in Asia/Shanghai by the server's clock (in a demo store: the demo clock). */
  today: z.string(),
  /** One per role, only ever filled by a demo store. */
  demoAccounts: z.array(demoAccount),
})
export type SessionView = z.infer<typeof sessionView>

/** What browsers and systems of this office tell of themselves; all others are told as unknown. */
export const browsers = [
  'wecom',
  'wechat',
  'dingtalk',
  'feishu',
  'qq',
  'edge',
  'opera',
  'firefox',
  'chrome',
  'safari',
] as const
export const systems = ['windows', 'harmony', 'android', 'ios', 'macos', 'linux'] as const
export type Browser = (typeof browsers)[number]
export type System = (typeof systems)[number]

/** A session that goes on, by what is known of it: nobody's name, nothing that opens it. */
export const openSession = z.object({
  id: sessionId,
  openedAt: z.string(),
  /** Last use, to a minute or so. */
  seenAt: z.string(),
  browser: z.enum(browsers).nullable(),
  system: z.enum(systems).nullable(),
  /** Where the sign-in came from as the server sees it: behind a gateway perhaps the gateway. */
  address: z.string().nullable(),
})
export type OpenSession = z.infer<typeof openSession>

/** `current`: the one that asks. */
export const ownSession = openSession.extend({ current: z.boolean() })

/** One session of an account, or (null) all of them; why is told to the auditor. */
export const endingSessions = z.strictObject({
  session: sessionId.nullable().default(null),
  reason: line(2, 200),
})
