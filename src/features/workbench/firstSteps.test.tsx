import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.workbench
const page = screenApi()

/** What the workbench tells to do first, each with the page it leads to. */
async function stepsOf(path = '/') {
  await page.open(path)
  await screen.findByRole('heading', { name: new RegExp(t.summary.title(2026)) })
  const block = screen.queryByRole('region', { name: t.start.title })
  return (
    block &&
    within(block)
      .getAllByRole('listitem')
      .map((step) => within(step).queryByRole('link')?.getAttribute('href')?.split('?')[0] ?? null)
  )
}

test('a house without anybody on its roster is told what comes first, one in use is not', async () => {
  const { api, bureau } = page
  const { body: branch } = await api.call(bureau.tokens.organizer, organizationsContract.create, {
    body: {
      parentId: bureau.committee.id,
      kind: 'branch',
      branchKind: 'regular',
      name: '新设党支部',
      foundedOn: '2026-10-01',
    },
  })
  await page.signIn('organizer')
  expect(await stepsOf(`/?scope=${branch.id}`)).toEqual([
    '/organizations',
    '/members',
    null,
    '/duties',
  ])
  page.leave()
  expect(await stepsOf()).toBeNull()
})

test('an installation without an organizer tells both administrators who is next, one in use neither', async () => {
  const { db } = page.api.world
  const told = (text: string) => screen.queryByRole('link', { name: text })
  const workbench = async (role: 'system-admin' | 'security-admin') => {
    page.leave()
    await page.signIn(role)
    await page.open('/')
    await waitFor(() => {
      expect(page.sent.filter(({ query }) => query.get('size') === '1')).not.toEqual([])
      expect(page.sent.map(({ status }) => status)).not.toContain(0)
    })
  }
  const both = [t.admin.firstAccount, t.admin.firstRole]
  for (const role of ['system-admin', 'security-admin'] as const) {
    await workbench(role)
    expect(both.map(told)).toEqual([null, null])
  }
  const three = ['sysadmin', 'secadmin', 'auditor']
  for (const table of ['assignment', 'session'] as const)
    await db
      .deleteFrom(table)
      .where('account_id', 'in', (eb) =>
        eb.selectFrom('account').select('id').where('login', 'not in', three),
      )
      .execute()
  await db.deleteFrom('account').where('login', 'not in', three).execute()
  await workbench('system-admin')
  expect(await screen.findByRole('link', { name: t.admin.firstAccount })).toBeDefined()
  await workbench('security-admin')
  expect(await screen.findByRole('link', { name: t.admin.firstRole })).toBeDefined()
})
