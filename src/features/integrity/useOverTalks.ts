import { grants } from '#domain/permissions.ts'
import type { SignedInSession } from '#domain/session.ts'
import { useSession } from '#lib/session.ts'

/**
 * 纪检委员 and 党委书记 see the talks below an organization; everybody else only those they took part in, with the
 * same permission. Only for what to ask and show: what is answered, the server decides.
 */
export const isOverTalks = ({ roles }: SignedInSession): boolean =>
  roles.some(({ role }) => grants[role]['integrity.detail'] === 'subtree')

export const useOverTalks = (): boolean => isOverTalks(useSession())
