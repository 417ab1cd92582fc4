import type { z } from 'zod'
import type { account, accountStanding, invitation } from '#domain/system.ts'
import type { Text } from '#lib/i18n.ts'
import { timeOf } from '#lib/format.ts'
import type { Tone } from '#ui/Tags.tsx'

export type Account = z.infer<typeof account>
export type Invitation = z.infer<typeof invitation>

export type Standing = z.infer<typeof accountStanding>

export const standingOf = ({ state, lockedUntil }: Account): Standing =>
  state === 'active' && lockedUntil ? 'locked' : state

export const tones: Record<Standing, Tone> = {
  active: 'success',
  invited: 'info',
  disabled: 'neutral',
  locked: 'warning',
}

export const personOf = (
  { name, login }: Pick<Account, 'name' | 'login'>,
  t: Text['system'],
): string => t.accounts.person(name, login)

/** What the standing means for the person, in a sentence. */
export function standingText(account: Account, t: Text['system']): string {
  const standing = standingOf(account)
  if (standing !== 'locked') return t.accounts.stateTexts[standing]
  return t.accounts.stateTexts.locked(account.lockedUntil ? timeOf(account.lockedUntil) : '')
}
