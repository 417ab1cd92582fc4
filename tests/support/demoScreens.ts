import { beforeAll, beforeEach } from 'vitest'
import { newId, type OrganizationId } from '#domain/ids.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { setToken } from '#lib/http.ts'
import { setView } from '#lib/session.ts'
import { seedDemo } from '#mocks/seed/seedDemo.ts'
import { addAccount } from './bureau.ts'
import { screenApi, type ScreenApi } from './screenApi.tsx'

/** The screens on the demo's bureau, as the leader of all of it sees them; the tests only read. */
export function demoScreens(): ScreenApi {
  const page = screenApi(undefined, { kept: true })
  beforeAll(() => seedDemo(page.api.world.db, page.api.world))
  beforeEach(() => signInAs(page, 'leader', 'committee'))
  return page
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
  const { token } = await addAccount(db, { login: newId(), roles: [{ role, at }] })
  setToken(token)
  setView(await call(sessionContract.show))
}
