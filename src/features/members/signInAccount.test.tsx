import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { currentSession } from '#lib/session.ts'
import { zh } from '#locales/zh.ts'
import { addAccount, addMember } from '#tests/support/bureau.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.members.account
const page = screenApi()

const theMember = async () => {
  const { db } = page.api.world
  const id = await addMember(db, { name: '钱新', at: page.bureau.branchA })
  await addAccount(db, { login: 'qian.xin', name: '钱新', roles: [] })
  return id
}

it('a secretary links the account of a member, and unlinks it; a wrong one is said at its field', async () => {
  const id = await theMember()
  await page.signIn('branch-secretary')
  const { user } = await page.open(`/members/${id}`)
  expect(await screen.findByText(t.none)).toBeDefined()
  await user.click(screen.getByRole('button', { name: t.link }))
  const drawer = await screen.findByRole('dialog', { name: t.linkTitle('钱新') })
  const field = within(drawer).getByLabelText(t.login)
  await user.type(field, 'qian')
  await user.click(within(drawer).getByRole('button', { name: t.link }))
  expect(await within(drawer).findByText(/没有可以关联的账号 qian/)).toBeDefined()
  expect(field).toHaveProperty('value', 'qian')
  await user.type(field, '.xin')
  await user.click(within(drawer).getByRole('button', { name: t.link }))
  expect(await screen.findByText('qian.xin')).toBeDefined()

  await user.click(screen.getByRole('button', { name: t.unlink }))
  const asked = await screen.findByRole('alertdialog', { name: t.unlinkTitle('钱新', 'qian.xin') })
  await user.click(within(asked).getByRole('button', { name: t.unlink }))
  expect(await screen.findByText(t.none)).toBeDefined()
})

it('whoever does not keep the roster is not told of accounts, nor asks', async () => {
  const id = await theMember()
  await page.signIn('leader')
  await page.open(`/members/${id}`)
  expect(await screen.findByRole('heading', { level: 1, name: '钱新' })).toBeDefined()
  await screen.findByRole('region', { name: zh.members.groups.party })
  expect(screen.queryByRole('region', { name: t.title })).toBeNull()
  expect(page.of(membersContract.account)).toEqual([])
})

it('who keeps the roster cannot unlink their own account, and reads why', async () => {
  const { db } = page.api.world
  await page.signIn('organizer')
  const id = await addMember(db, { name: '钱新', at: page.bureau.branchA })
  const { accountId } = currentSession()
  await db.updateTable('account').set({ member_id: id }).where('id', '=', accountId).execute()
  await page.signIn('organizer')
  await page.open(`/members/${id}`)
  const button = await screen.findByRole('button', { name: t.unlink })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  const described = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toBe(t.ownUnlink)
})
