import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { sessionContract } from '#domain/session.contract.ts'
import { newId } from '#domain/ids.ts'
import { sha256 } from '#server/digest.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const ui = screenApi()

/** Another session of who is signed in. */
async function signInElsewhere(token: string) {
  const { db } = ui.api.world
  const own = await db
    .selectFrom('session')
    .selectAll()
    .where('id_hash', '=', await sha256(token))
    .executeTakeFirstOrThrow()
  const device = { browser: 'wechat', system: 'android', address: '10.1.2.3' }
  await db
    .insertInto('session')
    .values({ ...own, id_hash: newId(), id: newId(), ...device })
    .execute()
}

it('shows where one is signed in, in plain words, and signs the others out', async () => {
  await signInElsewhere(ui.bureau.tokens.member)
  await ui.signIn('member')
  const { user } = await ui.open('/account')
  const region = await screen.findByRole('region', { name: '登录中的设备' })
  const here = (await within(region).findByText('本次登录')).closest('li')
  expect(within(here as HTMLElement).queryByRole('button')).toBeNull()
  expect(within(region).getByText('安卓 · 微信')).toBeDefined()
  expect(within(region).getByText('来自 10.1.2.3')).toBeDefined()
  await user.click(within(region).getByRole('button', { name: '退出' }))
  const asked = await screen.findByRole('alertdialog', { name: '退出 安卓 · 微信 上的登录？' })
  await user.click(within(asked).getByRole('button', { name: '退出' }))
  await waitFor(() => expect(within(region).queryByText('安卓 · 微信')).toBeNull())
  expect(within(region).queryByRole('button', { name: '退出其他设备' })).toBeNull()

  await signInElsewhere(ui.bureau.tokens.member)
  ui.leave()
  await ui.signIn('member')
  const again = await ui.open('/account')
  await again.user.click(await screen.findByRole('button', { name: '退出其他设备' }))
  const all = await screen.findByRole('alertdialog', { name: '退出其他 1 处登录？' })
  await again.user.click(within(all).getByRole('button', { name: '退出其他设备' }))
  await waitFor(() => expect(ui.of(sessionContract.endOthers)[0]?.status).toBe(200))
  await waitFor(() => expect(screen.queryByText('安卓 · 微信')).toBeNull())
})
