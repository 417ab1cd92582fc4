import { expect, it } from 'vitest'
import { sessionContract as contract } from '#domain/session.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau } from '#tests/support/bureau.ts'

const api = useApi()

it('the bureau gets another name by the system administrator alone, and the log says which and why', async () => {
  const { tokens } = await smallBureau(api.world.db)
  const { token } = await addAccount(api.world.db, {
    login: 'sys',
    roles: [{ role: 'system-admin' }],
  })
  const rename = (who: string, name: string) =>
    api.call(who, contract.renameBureau, { body: { name, reason: '机构改革' } })
  const { name: was } = (await api.call(token, contract.show, {})).body.installation
  expect((await rename(tokens.organizer, '某市数据局')).status).toBe(403)
  expect((await rename(token, '某市数据局')).body).toEqual({ name: '某市数据局' })
  expect((await rename(token, '某市数据局')).problem.fields).toHaveProperty(['body.name'])
  expect((await api.call(token, contract.show, {})).body.installation.name).toBe('某市数据局')
  const { detail } = await api.world.db
    .selectFrom('audit_entry')
    .select('detail')
    .where('action', '=', 'installation.renamed')
    .executeTakeFirstOrThrow()
  expect(detail).toEqual({ from: was, to: '某市数据局', reason: '机构改革' })
})
