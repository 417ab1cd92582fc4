import type { OrganizationId } from '#domain/ids.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { setToken } from '#lib/http.ts'
import { setView } from '#lib/session.ts'
import { seedDemo } from '#mocks/seed/seedDemo.ts'
import { addAccount } from './bureau.ts'
import type { ScreenApi } from './screenApi.tsx'
import { empty } from './world.ts'

/** The demo's bureau instead of the small one, as the leader of all of it sees it. */
export async function openDemo(page: ScreenApi): Promise<void> {
  const { db } = page.api.world
  await empty(db)
  await seedDemo(db, page.api.world)
  await signInAs(page, 'leader', 'committee')
}

/** Signs in a new account that holds the role at the first organization of the kind. */
export async function signInAs(
  page: ScreenApi,
  role: GrantedRole,
  kind: 'committee' | 'group',
): Promise<void> {
  const { db } = page.api.world
  const { id, path } = await db
    .selectFrom('organization')
    .select(['id', 'path'])
    .where('kind', '=', kind)
    .orderBy('path')
    .limit(1)
    .executeTakeFirstOrThrow()
  const at = { id: id as OrganizationId, path }
  const { token } = await addAccount(db, { login: role, roles: [{ role, at }] })
  setToken(token)
  setView(await call(sessionContract.show))
}
