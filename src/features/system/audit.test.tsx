import { screen, within } from '@testing-library/react'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { accountsContract, auditContract } from '#domain/system.contract.ts'
import { paths } from '#lib/paths.ts'
import { sealAudit } from '#server/features/audit/seal.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

async function twoEntries() {
  for (const login of ['first', 'second']) {
    await api.api.call(api.bureau.tokens['system-admin'], accountsContract.create, {
      body: { login, name: '欧阳明' },
    })
  }
  await sealAudit(api.api.world.db)
  await api.signIn('auditor')
}

test('the log is filtered by the address and opens an entry', async () => {
  await twoEntries()
  const { user } = await api.open(paths.audit({ action: 'account.created' }), 1440)
  const [row] = await screen.findAllByRole('link', { name: /^2026-11-23/ })
  expect(api.of(auditContract.list)[0]?.query.get('action')).toBe('account.created')
  if (row) await user.click(row)
  const detail = await screen.findByRole('complementary', { name: '新建账号' })
  expect(await within(detail).findByText('second')).toBeDefined()
})

test('the check tells the anchor of a whole chain, and the first bad link of a broken one', async () => {
  await twoEntries()
  const { user } = await api.open(paths.audit())
  await user.click(await screen.findByRole('button', { name: '核对日志链' }))
  expect(await screen.findByText('日志完整')).toBeDefined()
  expect(document.querySelector('.sy-hash')?.textContent?.replace(/\s/g, '')).toMatch(
    /^[0-9a-f]{64}$/,
  )

  api.leave()
  await sql`alter table audit_entry disable trigger all`.execute(api.api.world.db)
  await sql`update audit_entry set actor = '别人' where id = (select entry_id from audit_seal where seq = 2)`.execute(
    api.api.world.db,
  )
  await sql`alter table audit_entry enable trigger all`.execute(api.api.world.db)
  const again = await api.open(paths.audit())
  await again.user.click(await screen.findByRole('button', { name: '核对日志链' }))
  expect(await screen.findByText('日志被改动过')).toBeDefined()
  expect(screen.getByText(/^第 2 号与封存时不一致.*之前的 1 条完好/)).toBeDefined()
})

test('a long log is checked slice by slice, each a request of its own', async () => {
  await api.signIn('auditor')
  await sql`
    insert into audit_entry (id, at, actor, action, detail, request_id)
    select gen_random_uuid(), now(), '张某某', 'session.started', '{}', 'test' from generate_series(1, 2100)`.execute(
    api.api.world.db,
  )
  while ((await sealAudit(api.api.world.db)) > 0);
  const { user } = await api.open(paths.audit())
  await user.click(await screen.findByRole('button', { name: '核对日志链' }))
  expect(await screen.findByText('日志完整')).toBeDefined()
  expect(screen.getByText(/^从第 1 号到第 2,\d{3} 号逐条重算/)).toBeDefined()
  const asked = api.of(auditContract.verify).map(({ query }) => query.get('after'))
  expect(asked).toEqual([null, '1000', '2000'])
})

test('a link opens the very entry, however many came after it, and says when there is none', async () => {
  await twoEntries()
  const { rows } = (await api.api.call(api.bureau.tokens.auditor, auditContract.list)).body
  const last = rows.at(-1)
  await api.open(`${paths.audit({ open: last?.id })}&size=1`, 1440)
  const detail = await screen.findByRole('complementary', { name: '新建账号' })
  expect(await within(detail).findByText('first')).toBeDefined()

  api.leave()
  await api.open(paths.audit({ open: newId() }), 1440)
  expect(await screen.findByText('没有这条日志')).toBeDefined()
})

test('an entry tells its session and its address, a refusal the operation in words', async () => {
  await api.api.call(api.bureau.tokens.leader, accountsContract.list)
  await api.signIn('auditor')
  const { user } = await api.open(paths.audit({ action: 'access.refused' }), 1440)
  await user.click(await screen.findByRole('link', { name: /^2026-11-23/ }))
  const detail = await screen.findByRole('complementary', { name: '没有权限，被拒绝' })
  expect(await within(detail).findByText('查看账号')).toBeDefined()
  expect(within(detail).getByText('127.0.0.1')).toBeDefined()
  expect(within(detail).getByRole('button', { name: '复制登录编号' })).toBeDefined()
})
