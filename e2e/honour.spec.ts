import { expect } from '@playwright/test'
import { test } from './support/desk.ts'
import { signInAs } from './support/people.ts'

// An honour from campaign to board to revocation. The demo's clock stands still, so the notice that hung from
// 9 to 13 November is recorded afterwards, as it is when it hung on paper.
test('an honour goes from campaign to board, and is taken back @server', async ({ page }) => {
  test.slow()
  await signInAs(page, '党务专干', '/honours')
  await page.getByRole('button', { name: '发起评选' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('combobox', { name: '类别' }).click()
  await page.locator('.ant-select-item-option', { hasText: '优秀共产党员' }).click()
  await drawer.getByLabel('名称').fill('岁末优秀共产党员补充评选')
  await drawer.getByLabel('名额').fill('1')
  await drawer.getByLabel('条件').fill('正式党员，窗口一线')
  await drawer.getByLabel('推荐开始').fill('2026-10-01')
  await drawer.getByRole('button', { name: '发起评选' }).click()
  await expect(page.getByRole('heading', { name: '岁末优秀共产党员补充评选' })).toBeVisible()

  // 推荐: the picker says who cannot be nominated; the ground is a resolution of a signed meeting.
  await page.getByRole('button', { name: '推荐', exact: true }).click()
  await drawer.getByRole('combobox', { name: '推荐支部' }).fill('投资项目')
  await page.getByRole('option', { name: /投资项目审批科党支部/ }).click()
  await expect(drawer.getByText(/不是正式党员/).first()).toBeVisible()
  const fit = drawer.locator('.hn-candidates li[data-fit=true]').first()
  const name = await fit.locator('label > span').first().innerText()
  await fit.getByRole('radio').check()
  await drawer.getByRole('combobox', { name: '依据的会议决议' }).click()
  await page
    .locator('.ant-select-item-option:not(.ant-select-item-option-disabled)')
    .first()
    .click()
  await drawer
    .getByRole('textbox', { name: /^事迹/ })
    .fill('牵头重点项目代办，全年上门服务六十余次，所办项目无一超时。')
  await drawer.getByRole('button', { name: '推荐', exact: true }).click()
  await expect(page.getByText(`已推荐${name}`)).toBeVisible()

  // 审定: votes over half of the committee.
  await page.getByRole('button', { name: '登记审定' }).click()
  await drawer.getByRole('checkbox', { name: /^提前审定/ }).check()
  await drawer.getByLabel('会议日期').fill('2026-11-06')
  await drawer.getByLabel('应到委员').fill('9')
  await drawer.getByLabel('实到委员').fill('8')
  await drawer.getByRole('textbox', { name: /^征求意见情况/ }).fill('纪检、人事均无不同意见')
  await drawer.getByLabel('赞成').fill('8')
  await drawer.getByRole('button', { name: '登记审定' }).click()
  await expect(page.getByText('已登记审定')).toBeVisible()

  // 公示 begun on a Saturday says so and counts from Monday.
  await page.getByRole('button', { name: '开始公示' }).click()
  await drawer.getByLabel(/^起始日期/).fill('2026-11-07')
  await expect(drawer.getByText(/2026年11月7日是周末，不计入；从2026年11月9日起算/)).toBeVisible()
  await drawer.getByRole('textbox', { name: /^公示地点/ }).fill('一楼公示栏')
  await drawer.getByRole('button', { name: '开始公示' }).click()
  await expect(page.getByText('公示已于2026年11月13日期满')).toBeVisible()

  await page.getByRole('button', { name: '登记决定' }).click()
  await drawer.getByLabel('决定文号').fill('某审机党〔2026〕30号')
  await drawer.getByRole('button', { name: '登记决定' }).click()
  await expect(page.getByText('已表彰').first()).toBeVisible()

  // 上榜: eleven now, and the number opens exactly those rows.
  await page.goto('/honour-board?classCode=excellent-member&year=2026')
  await expect(page.getByRole('button', { name: `查看${name}的荣誉` }).first()).toBeVisible()
  await page.getByRole('link', { name: '11 项' }).click()
  await expect(page.getByText('共 11 条').first()).toBeVisible()
  await page.goBack()
  const card = page.locator('.hb-card', { hasText: '所办项目无一超时' })
  await card.getByRole('button').click()

  // 撤销: off the board, in the record.
  await page.getByRole('button', { name: '撤销荣誉' }).click()
  const revoke = page.getByRole('dialog', { name: `撤销：${name}` })
  await revoke.getByLabel('撤销原因').fill('推荐材料弄虚作假，经查属实')
  await revoke.getByLabel('决定文号').fill('某审机党〔2026〕31号')
  await revoke.getByRole('button', { name: '撤销荣誉' }).click()
  await expect(page.getByText('已撤销，记录留存')).toBeVisible()
  await page.goto('/honour-board?classCode=excellent-member&year=2026')
  await expect(page.getByRole('link', { name: '10 项' })).toBeVisible()
  await page.goto('/honour-records?states=revoked')
  await expect(page.getByText(name).first()).toBeVisible()
})

test('the board that is shown holds the focus, and ends when the full screen is left @server', async ({
  page,
}) => {
  await signInAs(page, '党委领导', '/honour-board')
  const start = page.getByRole('button', { name: '放映' })
  await start.click()
  const show = page.getByRole('dialog', { name: '荣誉榜' })
  await expect(show).toBeVisible()
  await page.waitForFunction(() => document.fullscreenElement !== null)
  // Round and round: never behind it.
  const places = new Set<string>()
  for (let pressed = 0; pressed < 12; pressed++) {
    await page.keyboard.press('Tab')
    places.add(
      await page.evaluate(() => {
        const at = document.activeElement
        if (at === document.body) return 'nowhere'
        return at?.closest('dialog') ? (at.textContent ?? '') : `behind: ${at?.outerHTML}`
      }),
    )
  }
  expect([...places].filter((place) => place.startsWith('behind'))).toEqual([])
  expect(places).toContain('退出放映')
  await page.evaluate(() => document.exitFullscreen())
  await expect(show).toHaveCount(0)
  await expect(page).not.toHaveURL(/show=true/)
  await expect(start).toBeFocused()

  await start.click()
  await expect(show).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(show).toHaveCount(0)
})
