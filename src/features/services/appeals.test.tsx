import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { servicesContract } from '#domain/services.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()

/** 王芳's service, returned by the secretary of the branch, and appealed. */
async function appealed() {
  const { member, 'branch-secretary': secretary } = page.bureau.tokens
  const { id } = (
    await page.api.call(member, servicesContract.create, {
      body: { kind: 'assisted', servedOn: '2026-11-20', visits: 260 },
    })
  ).body
  const because = (token: string, how: 'sendBack' | 'appeal', version: number) =>
    page.api.call(token, servicesContract[how], {
      params: { id },
      version,
      body: { reason: '见叫号' },
    })
  await because(secretary, 'sendBack', 1)
  await because(member, 'appeal', 2)
  return id
}

const todo = /帮办服务 260 人次/

test('who returned a record finds the appeal locked with the reason, and not among the own to-dos', async () => {
  const id = await appealed()
  await page.signIn('branch-secretary')
  await page.open(paths.services({ open: id }))
  for (const name of [zh.services.confirm, zh.services.sendBack]) {
    const button = await screen.findByRole('button', { name })
    expect(button.getAttribute('aria-disabled')).toBe('true')
  }
  expect(screen.getAllByText('申诉由退回人以外的同级或上级负责人决定').length).toBeGreaterThan(0)
  page.leave()

  await page.open('/')
  await screen.findByRole('heading', { level: 1 })
  expect(await screen.findByText(zh.workbench.groups.overdue)).toBeDefined()
  expect(screen.queryByRole('link', { name: todo })).toBeNull()
})

test('whoever stands above finds it among the to-dos, whose list is the same, and decides it', async () => {
  await appealed()
  await page.signIn('organizer')
  const { user, router } = await page.open('/')
  expect((await screen.findAllByRole('link', { name: todo })).length).toBeGreaterThan(0)
  expect(screen.getByRole('link', { name: /去答复/ })).toBeDefined()
  await router.navigate(paths.services({ toConfirm: 'true' }))
  expect(await screen.findByText('共 260 人次，0 小时')).toBeDefined()
  const states = screen.getByLabelText<HTMLSelectElement>(zh.services.filters.state)
  expect(states.selectedOptions[0]?.textContent).toBe(zh.services.filters.toConfirm)
  await user.click(await screen.findByRole('link', { name: /2026-11-20/ }))
  await user.click(await screen.findByRole('button', { name: zh.services.confirm }))
  expect(await screen.findByText('共 0 人次，0 小时')).toBeDefined()
  await user.selectOptions(states, zh.services.states.confirmed)
  await waitFor(() => expect(router.state.location.search).toContain('states=confirmed'))
  expect(router.state.location.search).not.toContain('toConfirm')
})

test('where who returned a record decides its appeal for want of anybody as high, the history says so', async () => {
  const { member, organizer } = page.bureau.tokens
  const { id } = (
    await page.api.call(member, servicesContract.create, {
      body: { kind: 'assisted', servedOn: '2026-11-20', visits: 26 },
    })
  ).body
  const act = (token: string, how: 'sendBack' | 'appeal', version: number) =>
    page.api.call(token, servicesContract[how], {
      params: { id },
      version,
      body: { reason: '见叫号' },
    })
  await act(organizer, 'sendBack', 1)
  await act(member, 'appeal', 2)
  await page.signIn('organizer')
  const { user } = await page.open(paths.services({ open: id }))
  await user.click(await screen.findByRole('button', { name: zh.services.confirm }))
  expect(await screen.findByText(`organizer · ${zh.services.byReturner}`)).toBeDefined()
  expect(screen.getAllByText(new RegExp(zh.services.byReturner))).toHaveLength(1)
})

test('a reason that meets a record changed meanwhile stays in the form, and goes with the next press', async () => {
  const { member } = page.bureau.tokens
  const { body } = await page.api.call(member, servicesContract.create, {
    body: { kind: 'assisted', servedOn: '2026-11-20', visits: 260 },
  })
  await page.signIn('branch-secretary')
  const { user } = await page.open(paths.services({ open: body.id }))
  await user.click(await screen.findByRole('button', { name: zh.services.sendBack }))
  const form = within(await screen.findByRole('dialog', { name: zh.services.sendBackTitle }))
  await user.type(form.getByLabelText(zh.services.reason), '叫号机只有 26 人')
  await page.api.call(member, servicesContract.change, {
    params: { id: body.id },
    version: 1,
    body: { kind: 'assisted', servedOn: '2026-11-20', visits: 250 },
  })
  await user.click(form.getByRole('button', { name: zh.services.sendBack }))
  expect((await form.findByRole('alert')).textContent).toContain(zh.common.form.changed)
  expect(form.getByLabelText<HTMLTextAreaElement>(zh.services.reason).value).toBe(
    '叫号机只有 26 人',
  )
  // The record's own figure; the list's may be newer already.
  await waitFor(() => expect(screen.getAllByText('250').length).toBeGreaterThan(1))
  await user.click(form.getByRole('button', { name: zh.services.sendBack }))
  expect(await screen.findByText(zh.services.returned('叫号机只有 26 人'))).toBeDefined()
})

test('who appealed is told on the workbench how it was decided, and comes to the record from there', async () => {
  const id = await appealed()
  await page.api.call(page.bureau.tokens.organizer, servicesContract.confirm, {
    params: { id },
    version: 3,
  })
  await page.signIn('member')
  const { user, router } = await page.open('/', 390)
  const told = await screen.findByRole('region', { name: new RegExp(zh.workbench.groups.answered) })
  expect(within(told).getByText(zh.workbench.answers.confirmed ?? '')).toBeDefined()
  await user.click(within(told).getByRole('link', { name: todo }))
  expect(router.state.location.search).toContain(`answered=true&any=true&open=${id}`)
  const states = await screen.findByLabelText<HTMLSelectElement>(zh.services.filters.state)
  expect(states.selectedOptions[0]?.textContent).toBe(zh.services.filters.answered)
  await user.selectOptions(states, zh.services.states.returned)
  await waitFor(() => expect(router.state.location.search).not.toContain('answered'))
})
