import { configure, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.members.withdrawStatus
const page = screenApi()
// Two busy cores and a real database.
configure({ asyncUtilTimeout: 6000 })

it('a change to come is told at the head of the record, and taken back there with its reason', async () => {
  const [id = ''] = page.bureau.inB
  const saved = await page.api.call(page.bureau.tokens.organizer, membersContract.changeStatus, {
    params: { id },
    body: { on: '2026-12-20', reason: '外出务工', mobile: true },
    version: 1,
  })
  expect(saved.status).toBe(200)
  await page.signIn('organizer')
  const first = await page.open(`/members/${id}`, 1440)
  const told = await screen.findByRole('note')
  await first.user.click(within(told).getByRole('button', { name: t.action }))
  const typed = within(await screen.findByRole('dialog'))
  await first.user.type(await typed.findByLabelText(t.reason), '登记错了人')
  await typed.findByText(/草稿已存于本机/)
  page.leave()

  const { user } = await page.open(`/members/${id}`, 1440)
  const note = await screen.findByRole('note')
  expect(note.textContent).toContain(t.change('2026-12-20', '列为流动党员'))
  // In the course too, by its entry.
  const course = await screen.findByRole('list', { name: zh.members.timeline.heading })
  expect(within(course).getAllByRole('button', { name: t.action })).toHaveLength(1)
  await user.click(within(note).getByRole('button', { name: t.action }))
  const form = within(await screen.findByRole('dialog'))
  expect((await form.findByLabelText<HTMLTextAreaElement>(t.reason)).value).toBe('登记错了人')
  await user.click(form.getByRole('button', { name: t.action }))
  expect(await screen.findByText(t.done)).toBeTruthy()
  expect(screen.queryByRole('note')).toBeNull()
  expect(page.of(membersContract.withdrawStatus)).toHaveLength(1)
})

it("one's own change is not offered for taking back", async () => {
  const [id = ''] = page.bureau.inB
  const { call, world } = page.api
  await call(page.bureau.tokens.organizer, membersContract.changeStatus, {
    params: { id },
    body: { on: '2026-12-20', reason: '外出务工', mobile: true },
    version: 1,
  })
  const { db } = world
  await db.updateTable('account').set({ member_id: id }).where('login', '=', 'organizer').execute()
  await page.signIn('organizer')
  await page.open(`/members/${id}`, 1440)
  const course = await screen.findByRole('list', { name: zh.members.timeline.heading })
  expect(course.textContent).toContain('列为流动党员')
  expect(screen.getByRole('note').textContent).toContain('列为流动党员')
  expect(screen.queryByRole('button', { name: t.action })).toBeNull()
})
