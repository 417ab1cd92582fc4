import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { honourWallContract } from '#domain/honourWall.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { testNow } from '#tests/support/world.ts'

const api = screenApi()
beforeEach(async () => {
  api.api.world.setNow(testNow)
  await addHolidays(api.api.world.db)
})
afterEach(() => vi.unstubAllGlobals())
const person = (index: number) => api.bureau.inA1[index] as MemberId

test('a member reads what the unit published, and opens the own honour alone', async () => {
  const { id, decide } = await onNotice(api.api, api.bureau, [person(0), person(1)])
  await decide(id, '2026-11-23')
  await api.signIn('member')
  const { user, router } = await api.open(paths.honourBoard())
  expect(await screen.findByText('张伟')).toBeDefined()
  expect(screen.getByText(/行政审批局表彰，今天仍然有效的/)).toBeDefined()
  expect(screen.getByText('2 项').closest('a')).toBeNull()
  expect(screen.queryByRole('button', { name: '查看张伟的荣誉' })).toBeNull()
  expect(screen.queryByRole('navigation', { name: '范围' })).toBeNull()
  // A year of which nothing hangs, and this one: its own, not all that is valid.
  const year = screen.getByRole('combobox', { name: '年度' })
  await user.selectOptions(year, '2025')
  expect(await screen.findByText('表彰决定公布后，在这里展示。')).toBeDefined()
  await user.selectOptions(year, '2026')
  expect(router.state.location.search).toBe('?year=2026')
  const spans = screen.getByRole('navigation', { name: '年度' })
  expect(await within(spans).findByRole('link', { name: '2026年度', current: true })).toBeDefined()
  await user.click(await screen.findByRole('button', { name: '查看王芳的荣誉' }))
  expect(await screen.findByText('作出决定的党组织')).toBeDefined()
})

test('in January what is valid hangs as it did, and the year stands beside it', async () => {
  const { id, decide } = await onNotice(api.api, api.bureau, [person(0)])
  await decide(id, '2026-11-23')
  api.api.world.setNow('2027-01-04T02:00:00Z')
  await api.signIn('organizer')
  const { user, router } = await api.open(paths.honourBoard())
  expect(await screen.findByText('张伟')).toBeDefined()
  const count = screen.getByText('1 项').closest('a')
  expect(count?.getAttribute('href')).toContain('any=true')
  const spans = screen.getByRole('navigation', { name: '年度' })
  await user.click(within(spans).getByRole('link', { name: '2027年度' }))
  expect(await screen.findByText('这一年还没有上榜的荣誉')).toBeDefined()
  expect(router.state.location.search).toContain('year=2027')
  await user.click(within(spans).getByRole('link', { name: '全部有效' }))
  expect(await screen.findByText('张伟')).toBeDefined()
})

test('from a year that has not begun the way back leads to the year it names', async () => {
  await api.signIn('member')
  const { user, router } = await api.open(paths.honourBoard({ year: 2027 }))
  await user.click(await screen.findByRole('link', { name: zh.frame.banners.backToYear(2026) }))
  expect(router.state.location.search).toBe('?year=2026')
})

test('public notice that runs stands above the board, with where an objection goes', async () => {
  await onNotice(api.api, api.bureau, [person(0)])
  api.api.world.setNow('2026-11-18T02:00:00Z')
  await api.signIn('member')
  await api.open(paths.honourBoard())
  expect(
    await screen.findByRole('heading', { name: '正在公示：2026年度优秀共产党员评选' }),
  ).toBeDefined()
  expect(
    screen.getByText(
      '公示时间 2026-11-16 至 2026-11-20，地点：一楼公示栏。有异议的，请在公示期内向测试市行政审批局机关党委反映。',
    ),
  ).toBeDefined()
  expect(screen.getByText('张伟')).toBeDefined()
  expect(await screen.findByText('表彰决定公布后，在这里展示。')).toBeDefined()
})

test('a secretary goes from the board of the branch to that of the unit', async () => {
  await api.signIn('branch-secretary')
  const { user, router } = await api.open(paths.honourBoard())
  const views = await screen.findByRole('navigation', { name: '范围' })
  expect(api.of(honourWallContract.show)).toHaveLength(0)
  await user.click(within(views).getByRole('link', { name: '全单位公布' }))
  expect(await screen.findByText('表彰决定公布后，在这里展示。')).toBeDefined()
  expect(router.state.location.search).toContain('view=wall')
})

test('the link names the board that is shown, also without a clipboard', async () => {
  api.api.world.setNow('2026-11-23T02:00:00Z')
  const { id, decide } = await onNotice(api.api, api.bureau, [person(0)])
  await decide(id, '2026-11-23')
  await api.signIn('organizer')
  const { user } = await api.open(paths.honourBoard())
  await screen.findByText('张伟')
  // Plain http on an intranet has none: the old way copies what is selected.
  vi.stubGlobal('navigator', new Proxy(navigator, { get: withoutClipboard }))
  let copied = ''
  document.execCommand = () => {
    copied = document.querySelector('textarea')?.value ?? ''
    return true
  }
  await user.click(screen.getByRole('button', { name: '复制链接' }))
  expect(await screen.findByText('链接已复制，对方按自己的权限查看')).toBeDefined()
  const { searchParams } = new URL(copied)
  expect(Object.fromEntries(searchParams)).toEqual({ scope: api.bureau.committee.id })

  // Opened by somebody who does not look after that organization.
  api.leave()
  await api.signIn('branch-secretary')
  const other = await api.open(`/honour-board${new URL(copied).search}`)
  await other.user.click(await screen.findByRole('link', { name: '全单位公布', current: false }))
  expect(await screen.findByText('张伟')).toBeDefined()
})

test('before its honours the board stands as a wall of cards', async () => {
  await api.signIn('leader')
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  await api.open(paths.honourBoard())
  await screen.findByRole('heading', { name: '荣誉榜' })
  const wall = document.querySelector('.hb-wall')
  expect(wall?.getAttribute('aria-busy')).toBe('true')
  expect(wall?.querySelectorAll('.hb-cards .hb-card .hb-initial')).toHaveLength(20)
})

const withoutClipboard = (target: Navigator, key: keyof Navigator): unknown => {
  if (key === 'clipboard') return undefined
  const value: unknown = target[key]
  return typeof value === 'function' ? value.bind(target) : value
}
