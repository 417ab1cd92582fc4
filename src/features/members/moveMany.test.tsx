import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.members
const page = screenApi()
const WIDE = 1440
const box = (name: string) => screen.getByRole('checkbox', { name: zh.ui.table.choose(name) })

it('moves those who are chosen, names them first, and who cannot be moved with the reason', async () => {
  const { inA1, inB, branchB, tokens } = page.bureau
  await page.signIn('organizer')
  const { user } = await page.open('/members?sort=name', WIDE)
  await user.click(await screen.findByRole('button', { name: t.moveMany.choose }))
  await user.click(box('张伟'))
  await user.click(box('王芳'))
  await user.click(box('陈明'))
  await user.click(box('王芳'))
  expect(screen.getByText(t.moveMany.chosen(2))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t.moveMany.move }))

  const drawer = within(await screen.findByRole('dialog'))
  expect(drawer.getByText('张伟')).toBeTruthy()
  expect(drawer.getByText('甲支部 · 甲一小组')).toBeTruthy()
  await user.type(drawer.getByLabelText(t.moveMany.to), '乙支部')
  await user.click(await screen.findByRole('option', { name: /乙支部/ }))
  fireEvent.change(drawer.getByLabelText(t.fields.reason), { target: { value: '支部合并' } })
  await user.click(drawer.getByRole('button', { name: t.moveMany.submit(2) }))
  expect(await drawer.findByText('陈明：已在该组织')).toBeTruthy()
  const id = inA1[0] ?? ('' as never)
  const show = async () =>
    (await page.api.call(tokens.organizer, membersContract.show, { params: { id } })).body
  expect((await show()).branchName).toBe('甲支部')

  await user.click(drawer.getByRole('button', { name: t.moveMany.leave(1) }))
  await user.click(drawer.getByRole('button', { name: t.moveMany.submit(1) }))
  expect(await screen.findByText(t.moveMany.done(1))).toBeTruthy()
  expect((await show()).branchName).toBe('乙支部')
  expect(page.of(membersContract.moveMany).map(({ body }) => body)).toMatchObject([
    { organizationId: branchB.id, members: [{ id }, { id: inB[0] }] },
    { organizationId: branchB.id, members: [{ id, version: 1 }] },
  ])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.queryByRole('checkbox', { name: zh.ui.table.choose('张伟') })).toBeNull()
})

it('chooses a page at once, and lets nobody choose who does not keep the roster', async () => {
  await page.signIn('organizer')
  const { user } = await page.open('/members', WIDE)
  await user.click(await screen.findByRole('button', { name: t.moveMany.choose }))
  await user.click(screen.getByRole('checkbox', { name: zh.ui.table.choosePage }))
  expect(screen.getByText(t.moveMany.chosen(15))).toBeTruthy()
  await user.click(screen.getByRole('checkbox', { name: zh.ui.table.choosePage }))
  expect(screen.getByText(t.moveMany.chosen(0))).toBeTruthy()
  page.leave()
  await page.signIn('leader')
  await page.open('/members', WIDE)
  const choose = await screen.findByRole('button', { name: t.moveMany.choose })
  expect(choose.getAttribute('aria-disabled')).toBe('true')
})
