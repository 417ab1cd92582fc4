import { expect, it } from 'vitest'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { seedDemo } from '#mocks/seed/seedDemo.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount } from '#tests/support/bureau.ts'

const api = useApi()

it('the demo has a certificate whose number is checked, and follow-ups of 警示教育 in all three states', async () => {
  const { db } = api.world
  await seedDemo(db, api.world)
  const root = await db
    .selectFrom('organization')
    .select(['id', 'path'])
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  const at = { id: root.id as OrganizationId, path: root.path }
  const { token } = await addAccount(db, { login: 'looker', roles: [{ role: 'leader', at }] })
  const { number, member_id, member_name } = await db
    .selectFrom('service_certificate')
    .select(['number', 'member_id', 'member_name'])
    .executeTakeFirstOrThrow()
  expect(number).toMatch(/^FW2026(-[0-9A-Z]{4}){3}$/)
  const check = async (name: string) =>
    (await api.call(token, servicesContract.verify, { query: { number, name } })).body
  // Genuine, and nothing of its period was changed since: it says what its rows come to.
  expect(await check(member_name)).toMatchObject({ verdict: 'genuine', minutesNow: null })
  expect((await check('某某')).verdict).toBe('unknown')
  const issued = await api.call(token, servicesContract.certificates, {
    query: { member: member_id },
  })
  expect(issued.body).toHaveLength(1)
  // Sealed as the program seals: a row changed behind its back no longer fits.
  await db.updateTable('service_certificate').set({ minutes: 99_999 }).execute()
  expect((await check(member_name)).verdict).toBe('altered')

  const { body } = await api.call(token, integrityContract.educationFollowUps, {
    query: { organization: at.id },
  })
  expect([...new Set(body.rows.map(({ state }) => state))]).toEqual(['overdue', 'open', 'done'])
})
