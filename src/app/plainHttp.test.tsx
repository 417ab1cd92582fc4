import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { studiesContract } from '#domain/studies.contract.ts'
import { countDrafts, wipeDrafts } from '#lib/drafts.ts'
import { setHealth } from '#lib/health.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const t = zh.ui.draft
const topic = () => screen.findByLabelText<HTMLInputElement>(zh.studies.fields.topic)

// As the page sees it over plain http. The API of the test runs in the same process and digests, so that it goes on.
beforeEach(() => {
  page.api.world.plainHttp = true
  const { crypto } = globalThis
  vi.stubGlobal(
    'crypto',
    new Proxy(crypto, {
      has: (_, name) => name in crypto && name !== 'subtle' && name !== 'randomUUID',
      get: (_, name) => {
        if (name === 'randomUUID') return undefined
        const value: unknown = Reflect.get(crypto, name, crypto)
        return typeof value === 'function' ? value.bind(crypto) : value
      },
    }),
  )
})

test('over plain http it is said on every page, and drafts last as long as the page', async () => {
  await page.signIn('branch-secretary')
  const { user } = await page.open(`${paths.studies()}?form=new`, 1440)
  expect(await screen.findByText(zh.entry.plainHttp)).toBeTruthy()
  await user.type(await topic(), '窗口服务规范')
  expect(await screen.findByText(t.held)).toBeTruthy()
  await waitFor(async () => expect(await countDrafts()).toBe(1))
  expect(page.store.records.size).toBe(0)
  expect(JSON.stringify(localStorage)).not.toContain('窗口服务规范')
  act(() => setHealth({ online: false }))
  expect(screen.getByText(zh.frame.banners.offlineHeld)).toBeTruthy()
  act(() => setHealth({ online: true }))
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  expect(leaving.defaultPrevented).toBe(true)

  await user.click(screen.getByRole('button', { name: zh.ui.cancel }))
  expect(await screen.findByText(t.closedHeld)).toBeTruthy()
  await user.click((await screen.findAllByRole('button', { name: '记一次学习' }))[0] as Element)
  expect((await topic()).value).toBe('窗口服务规范')
  await user.click(screen.getByRole('button', { name: '培训' }))
  await user.click(screen.getByRole('button', { name: '加入该组织全部党员' }))
  await user.click(screen.getByRole('button', { name: '登记并办结' }))
  expect(await screen.findByText('已办结，学时已计入')).toBeTruthy()
  expect(page.of(studiesContract.create)).toHaveLength(1)
  expect(await countDrafts()).toBe(0)
})

test('signing out wipes what the page held', async () => {
  await page.signIn('branch-secretary')
  const { user } = await page.open(`${paths.studies()}?form=new`, 1440)
  await user.type(await topic(), '业务讲解')
  await waitFor(async () => expect(await countDrafts()).toBe(1))
  await wipeDrafts()
  expect(await countDrafts()).toBe(0)
})
