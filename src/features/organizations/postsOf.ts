import { postKind, type PostKind } from '#domain/organizations.ts'
import type { OrganizationKind } from '#domain/rules/structure.ts'

const ofGroup: readonly PostKind[] = ['group-leader', 'deputy-group-leader']

/** The posts that an organization of a kind has. */
export const postsOf = (kind: OrganizationKind): PostKind[] =>
  postKind.options.filter((post) => ofGroup.includes(post) === (kind === 'group'))
