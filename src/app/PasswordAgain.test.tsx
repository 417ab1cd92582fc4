import { render, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { sessionContract } from '#domain/session.contract.ts'
import { zh } from '#locales/zh.ts'
import { paths } from '#lib/paths.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { PasswordAgain } from './PasswordAgain.tsx'

const api = screenApi()
const { members: t } = zh
const password = 'seven quiet rivers'

/** A form that asks what an id number is wanted for, filled in and sent, some minutes after the sign-in. */
async function sendLate() {
  const { db, hasher, secrets } = api.api.world
  await db
    .updateTable('account')
    .set({ password_hash: await hasher.hash(password) })
    .execute()
  const id = firstOf(api.bureau.inB)
  const cipher = await secrets.encrypt('110101199003070011')
  await db
    .updateTable('member')
    .set({ id_cipher: cipher, id_mask: '110***********0011' })
    .where('id', '=', id)
    .execute()
  await db.updateTable('session').set({ proved_at: '2026-11-23T01:50:00Z' }).execute()
  await api.signIn('organizer')
  const { user } = await api.open(paths.member(id), 1440)
  render(<PasswordAgain />)
  await user.click(
    await screen.findByRole('button', { name: t.reveal.actionOf(t.fields.idNumber) }),
  )
  const form = within(await screen.findByRole('dialog', { name: `查看陈明的${t.fields.idNumber}` }))
  await user.type(form.getByLabelText('用途'), '核对党员档案')
  await user.click(form.getByRole('button', { name: t.reveal.submit }))
  const ask = within(await screen.findByRole('dialog', { name: '请再次输入密码' }))
  return { user, form, ask }
}

test('the password is asked for over the form, which goes on by itself; a wrong one is told at its field', async () => {
  const { user, ask } = await sendLate()
  expect(document.activeElement).toBe(ask.getByLabelText('密码'))
  await user.click(ask.getByRole('button', { name: '继续' }))
  expect(await ask.findByText('请输入密码')).toBeDefined()
  await user.type(ask.getByLabelText('密码'), 'wrong')
  await user.click(ask.getByRole('button', { name: '继续' }))
  expect(await ask.findByText('当前密码不正确')).toBeDefined()
  await user.clear(ask.getByLabelText('密码'))
  await user.type(ask.getByLabelText('密码'), password)
  await user.click(ask.getByRole('button', { name: '继续' }))
  expect(await screen.findByText('110101199003070011')).toBeDefined()
  expect(screen.queryByRole('dialog')).toBeNull()
  // The same submission, sent again.
  const keys = api.of(membersContract.reveal).map(({ headers }) => headers.get('idempotency-key'))
  expect([keys.length, new Set(keys).size]).toEqual([2, 1])
})

test('whoever gives none finds the form as it was, and why it was not sent', async () => {
  const { user, form, ask } = await sendLate()
  await user.click(ask.getByRole('button', { name: '取消' }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: '请再次输入密码' })).toBeNull())
  expect(await form.findByText('这一步须再次输入密码，请输入后继续')).toBeDefined()
  expect(form.getByLabelText<HTMLInputElement>('用途').value).toBe('核对党员档案')
  expect(api.of(sessionContract.confirmPassword)).toHaveLength(0)
})

test('what fails otherwise is told, and can be tried again', async () => {
  const { user, ask } = await sendLate()
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    url.endsWith(sessionContract.confirmPassword.path)
      ? Promise.resolve(new Response('{"ok":"perhaps"}'))
      : fetch(url, init),
  )
  await user.type(ask.getByLabelText('密码'), password)
  await user.click(ask.getByRole('button', { name: '继续' }))
  expect(await ask.findByText(zh.ui.failedText)).toBeDefined()
  vi.stubGlobal('fetch', fetch)
  await user.click(ask.getByRole('button', { name: '继续' }))
  expect(await screen.findByText('110101199003070011')).toBeDefined()
})
