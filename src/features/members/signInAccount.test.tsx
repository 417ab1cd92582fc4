import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { can, currentSession } from '#lib/session.ts'
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

it('of who links their own account the frame knows at once that they are a member', async () => {
  const { db } = page.api.world
  await page.signIn('organizer')
  const { login, name } = currentSession()
  expect(can('services.log')).toBe(false)
  const id = await addMember(db, { name, at: page.bureau.branchA })
  const { user } = await page.open(`/members/${id}`)
  await user.click(await screen.findByRole('button', { name: t.link }))
  const drawer = await screen.findByRole('dialog', { name: t.linkTitle(name) })
  await user.type(within(drawer).getByLabelText(t.login), login)
  await user.click(within(drawer).getByRole('button', { name: t.link }))
  await waitFor(() => expect(can('services.log')).toBe(true))

  await user.click(await screen.findByRole('button', { name: t.unlink }))
  const asked = await screen.findByRole('alertdialog', { name: t.unlinkTitle(name, login) })
  await user.click(within(asked).getByRole('button', { name: t.unlink }))
  await waitFor(() => expect(can('services.log')).toBe(false))
})
