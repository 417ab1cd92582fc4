import { addAccount } from './bureau.ts'
import type { ScreenApi } from './screenApi.tsx'

/**
 * Signs in who looks at the whole bureau and leads one branch of it, 乙支部, as a secretary of a committee often
 * does: a right of a secretary is held there alone.
 */
export async function signInWithTwoOffices(page: ScreenApi): Promise<void> {
  const { api, bureau } = page
  const both = await addAccount(api.world.db, {
    login: 'both',
    roles: [
      { role: 'leader', at: bureau.committee },
      { role: 'branch-secretary', at: bureau.branchB },
    ],
    memberId: bureau.inB[0],
  })
  bureau.tokens.leader = both.token
  await page.signIn('leader')
}
