/**
 * Who may do what, decided once. A role gives permissions; each permission has a reach: `subtree`
 * (the organization of the assignment and all below), `self` (the records of the account's own
 * member) or `installation` (no organization). The server enforces it, the screen shows it, the
 * page "谁能看什么" prints it, and the permission tests are generated from it.
 */
export const roles = [
  'member',
  'group-leader',
  'branch-secretary',
  'organizer',
  'leader',
  'discipline',
  'system-admin',
  'security-admin',
  'auditor',
] as const
/** What an account holds as an assignment. The security administrator grants them, but 党员 (`newAssignment`). */
export type GrantedRole = (typeof roles)[number]

/**
 * Roles that nobody grants: they come with a post and go with it. 党委书记 is whoever holds the current
 * post of secretary of the root committee; `authenticate` finds it anew for each request.
 */
export const postRoles = ['first-secretary'] as const
export const allRoles = [...roles, ...postRoles] as const
export type Role = (typeof allRoles)[number]

export const permissions = [
  'organizations.read',
  'organizations.manage',
  'members.read',
  'members.manage',
  'members.reveal',
  'meetings.read',
  'meetings.record',
  'meetings.sign',
  'meetings.answer',
  'makeups.read',
  'makeups.confirm',
  'studies.read',
  'studies.record',
  'services.read',
  'services.log',
  'services.confirm',
  'services.certify',
  'duties.read',
  'cockpit.read',
  'exemptions.manage',
  'honours.read',
  'honours.nominate',
  'honours.manage',
  'integrity.read',
  'integrity.record',
  'integrity.talk',
  'integrity.detail',
  'integrity.answer',
  'parameters.manage',
  'accounts.manage',
  'roles.grant',
  'audit.read',
] as const
export type Permission = (typeof permissions)[number]

export type Reach = 'self' | 'subtree' | 'installation'

type Grants = Partial<Record<Permission, Reach>>

const look: Grants = {
  'organizations.read': 'subtree',
  'members.read': 'subtree',
  'meetings.read': 'subtree',
  'makeups.read': 'subtree',
  'studies.read': 'subtree',
  'services.read': 'subtree',
  'duties.read': 'subtree',
  'cockpit.read': 'subtree',
  'honours.read': 'subtree',
}

/** Whoever answers for an item of the 责任清单 hands in what was done. */
const answers: Grants = { 'integrity.answer': 'self' }

/** Whoever talked or was talked to sees that record, whatever else the account may be. */
const concerned: Grants = { ...answers, 'integrity.detail': 'self' }

export const grants: Record<Role, Grants> = {
  member: {
    ...concerned,
    'members.read': 'self',
    'members.reveal': 'self',
    'meetings.read': 'self',
    'meetings.answer': 'self',
    'makeups.read': 'self',
    'studies.read': 'self',
    'honours.read': 'self',
    'services.read': 'self',
    'services.log': 'self',
    'services.certify': 'self',
  },
  'group-leader': {
    ...look,
    ...concerned,
    'meetings.record': 'subtree',
    'studies.record': 'subtree',
    'services.confirm': 'subtree',
  },
  'branch-secretary': {
    ...look,
    ...concerned,
    'integrity.read': 'subtree',
    'integrity.record': 'subtree',
    'members.manage': 'subtree',
    'members.reveal': 'subtree',
    'meetings.record': 'subtree',
    'meetings.sign': 'subtree',
    'makeups.confirm': 'subtree',
    'studies.record': 'subtree',
    'honours.nominate': 'subtree',
    'services.confirm': 'subtree',
    'services.certify': 'subtree',
  },
  organizer: {
    ...look,
    ...concerned,
    'integrity.read': 'subtree',
    'integrity.record': 'subtree',
    'organizations.manage': 'subtree',
    'members.manage': 'subtree',
    'members.reveal': 'subtree',
    'meetings.record': 'subtree',
    'meetings.sign': 'subtree',
    'makeups.confirm': 'subtree',
    'studies.record': 'subtree',
    'services.confirm': 'subtree',
    'services.certify': 'subtree',
    'exemptions.manage': 'subtree',
    'honours.nominate': 'subtree',
    'honours.manage': 'subtree',
    'parameters.manage': 'subtree',
  },
  leader: { ...look, ...concerned, 'integrity.read': 'subtree' },
  discipline: {
    ...look,
    ...answers,
    'integrity.read': 'subtree',
    'integrity.record': 'subtree',
    'integrity.talk': 'subtree',
    'integrity.detail': 'subtree',
  },
  'first-secretary': { ...answers, 'integrity.read': 'subtree', 'integrity.detail': 'subtree' },
  'system-admin': { 'accounts.manage': 'installation' },
  'security-admin': { 'roles.grant': 'installation' },
  auditor: { 'audit.read': 'installation' },
}

/**
 * Only under these does the door open the table of talks beyond the actor's own (row-level security,
 * `app.integrity`): who may look at a member or an organization may not therefore look at their talks.
 */
export const confidentialPermissions: readonly Permission[] = ['integrity.talk', 'integrity.detail']

/** 三员分立 (GB/T 22239-2019 §8.1.4): nobody holds two of these, and none of them reads party records. */
export const separatedRoles: readonly GrantedRole[] = ['system-admin', 'security-admin', 'auditor']

export interface Assignment {
  role: Role
  /** Null only for roles of the installation. */
  organizationId: string | null
  /** Path of that organization at the time of the request. */
  path: string | null
}

/** What an actor reaches with one permission. */
export interface Scope {
  /** True where one assignment stands at the root of the tree. */
  everything: boolean
  /** Paths of organizations, each with all below it. */
  paths: readonly string[]
  /** The account's own member, where the permission reaches self. */
  self: string | null
  installation: boolean
}

export const emptyScope: Scope = { everything: false, paths: [], self: null, installation: false }

/**
 * The reach of one permission, united over all assignments of the actor. Null when no role of the
 * actor gives it (→ 403).
 */
export function scopeOf(
  permission: Permission,
  actor: { memberId: string | null; assignments: readonly Assignment[] },
): Scope | null {
  let granted = false
  const scope = {
    everything: false,
    paths: [] as string[],
    self: null as string | null,
    installation: false,
  }
  for (const { role, path } of actor.assignments) {
    const reach = grants[role][permission]
    if (!reach) continue
    granted = true
    if (reach === 'installation') scope.installation = true
    else if (reach === 'self') scope.self = actor.memberId
    else if (path) {
      if (isRootPath(path)) scope.everything = true
      if (!scope.paths.includes(path)) scope.paths.push(path)
    }
  }
  return granted ? scope : null
}

const isRootPath = (path: string): boolean => path.indexOf('.') === path.length - 1

/** Whether an organization's path lies in the scope's subtrees. */
export const pathInScope = (scope: Scope, path: string): boolean =>
  scope.everything || scope.paths.some((prefix) => path.startsWith(prefix))
