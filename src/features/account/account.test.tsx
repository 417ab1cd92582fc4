import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { calendarContract } from '#domain/calendar.contract.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const ui = screenApi()
afterEach(() => vi.unstubAllEnvs())

async function open(role: GrantedRole) {
  await ui.signIn(role)
  const { user } = await ui.open('/account')
  await screen.findByRole('heading', { name: '我的账号' })
  return user
}
const section = () => screen.findByRole('region', { name: '日历订阅' })
const addressIn = (region: HTMLElement) =>
  within(region).findByText(/^http:\/\/localhost(:\d+)?\/api\/calendar\/[\w-]{43}\.ics$/)
const statusOf = async (address: string) => (await ui.api.app.request(address)).status

it('makes an address, shows it once with its advice, renews it and stops it', async () => {
  const user = await open('branch-secretary')
  const region = await section()
  await user.click(await within(region).findByRole('button', { name: '生成订阅地址' }))
  const first = (await addressIn(region)).textContent
  expect(within(region).getByText(/拿到这个地址的人不用登录就能看到/)).toBeDefined()
  expect(within(region).getByRole('button', { name: '复制订阅地址' })).toBeDefined()
  expect(await within(region).findByText('还没有日历程序读取过')).toBeDefined()
  expect(await statusOf(first)).toBe(200)
  expect(document.activeElement?.textContent).toContain(first)

  await user.click(within(region).getByRole('button', { name: '更换地址' }))
  const asked = await screen.findByRole('alertdialog', { name: '更换订阅地址？' })
  expect(ui.of(calendarContract.renew)).toHaveLength(0)
  await user.click(within(asked).getByRole('button', { name: '更换地址' }))
  await waitFor(async () => expect((await addressIn(region)).textContent).not.toBe(first))
  const second = (await addressIn(region)).textContent
  expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200])

  await user.click(within(region).getByRole('button', { name: '停止订阅' }))
  const stopping = await screen.findByRole('alertdialog', { name: '停止日历订阅？' })
  await user.click(within(stopping).getByRole('button', { name: '停止订阅' }))
  expect(await within(region).findByText('订阅已停止，原地址已经失效。')).toBeDefined()
  expect(await statusOf(second)).toBe(404)
  const again = await within(region).findByRole('button', { name: '生成订阅地址' })
  await waitFor(() => expect(document.activeElement).toBe(again))
})

it('does not know the address when the page is opened again, but when it was last read', async () => {
  const user = await open('member')
  await user.click(await within(await section()).findByRole('button', { name: '生成订阅地址' }))
  const address = (await addressIn(await section())).textContent
  await ui.api.app.request(address)
  ui.leave()
  await open('member')
  const region = await section()
  expect(
    await within(region).findByText('2026年11月23日 10:00', { selector: 'dd:last-of-type' }),
  ).toBeDefined()
  expect(within(region).getByText(/没有记下，或者可能被别人看到，请更换地址/)).toBeDefined()
  expect(within(region).queryByText(/\.ics$/)).toBeNull()
})

it('says why it failed, and shows what there is', async () => {
  const user = await open('leader')
  const region = await section()
  const make = await within(region).findByRole('button', { name: '生成订阅地址' })
  // Somebody at another screen of the same account.
  await ui.api.call(ui.bureau.tokens.leader, calendarContract.make)
  await user.click(make)
  expect((await within(region).findByRole('alert')).textContent).toContain('已有订阅地址')
  expect(await within(region).findByRole('button', { name: '更换地址' })).toBeDefined()
})

it.each(['system-admin', 'security-admin', 'auditor'] as const)(
  'is not shown to %s, who has nothing to put into it',
  async (role) => {
    await open(role)
    await screen.findByRole('region', { name: '修改密码' })
    expect(screen.queryByRole('region', { name: '日历订阅' })).toBeNull()
    expect(ui.of(calendarContract.show)).toHaveLength(0)
  },
)

it('waits until a password that is due is changed', async () => {
  await ui.api.world.db.updateTable('account').set({ must_change: true }).execute()
  await open('branch-secretary')
  await screen.findByRole('region', { name: '修改密码' })
  expect(screen.queryByRole('region', { name: '日历订阅' })).toBeNull()
})

it('says in the page’s own demo that nobody outside could read an address', async () => {
  vi.stubEnv('VITE_DEMO', 'true')
  await open('branch-secretary')
  const region = await section()
  expect(within(region).getByText(/没有外部能读取的地址/)).toBeDefined()
  expect(within(region).queryByRole('button')).toBeNull()
  expect(ui.of(calendarContract.show)).toHaveLength(0)
})
