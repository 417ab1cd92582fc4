import { act, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const t = zh.honours
beforeEach(() => addHolidays(page.api.world.db))

test('a public notice is printed for the wall: who, from when to when, where and how to object', async () => {
  const { id } = await onNotice(page.api, page.bureau, [firstOf(page.bureau.inA1)])
  await page.signIn('branch-secretary')
  await page.open(paths.campaign(id))
  expect(await screen.findByRole('button', { name: t.sheet.print })).toBeDefined()
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  const sheet = document.querySelector<HTMLElement>('.sc-sheet')
  if (!sheet) throw new Error('no sheet')
  const cells = within(sheet)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)
  expect(cells).toEqual(['1', '张伟', '甲支部', expect.stringMatching(/.{20}/)])
  const said = sheet.textContent
  expect(said).toContain('拟表彰“优秀共产党员”1 名，')
  expect(said).toContain('公示时间：2026年11月16日 至 2026年11月20日')
  expect(said).toContain('一楼公示栏')
  expect(said).toContain(t.sheet.objections('测试市行政审批局机关党委'))
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(document.querySelector('.sc-sheet')).toBeNull()
})
