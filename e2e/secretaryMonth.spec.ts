import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'
import { figure, goTo, Interactions, signGroupMeeting, signInAs } from './support/people.ts'

// The main job: from a due duty on the workbench to a signed 党小组会 of 9 members with one absentee and
// one resolution, in at most 12 interactions and no fact typed twice.
test('a secretary records a group meeting between two counter shifts, and brings it to the archive', async ({
  page,
}) => {
  await signInAs(page, '支部书记')
  const person = new Interactions()
  await person.click(page.getByRole('link', { name: /^本期待完成，全部/ }))
  const due = page.getByRole('row', { name: /不动产登记专区党小组.*党小组会/ })
  await person.click(due.getByRole('link', { name: /^记/ }))
  const name = await signGroupMeeting(page, person, {
    away: 4,
    resolution: '通过党小组第四季度工作计划',
  })
  const main = page.getByRole('main')
  await expect(main).toContainText('应到 9，实到 8，请假 1，缺席 0')
  await expect(main).toContainText('通过党小组第四季度工作计划')
  await expect(main).toContainText('赞成 8 票，反对 0 票，弃权 0 票')
  // The one who was away owes a make-up study; nobody typed that.
  await expect(main).toContainText(name)
  await expect(main).toContainText('待补学')
  figure(`${person.count} interactions from a due duty to a signed meeting`)
  expect(person.count).toBeLessThanOrEqual(12)

  // What becomes of signed minutes until they lie in the archive: put right, made up for, archived, printed.
  await main.getByRole('button', { name: '更正', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: '更正会议记录' })
  await drawer.getByRole('combobox', { name: '更正哪一部分' }).selectOption('地点')
  await drawer.getByRole('textbox', { name: '更正为' }).fill('五楼党员活动室')
  await drawer.getByRole('textbox', { name: '理由' }).fill('会场临时调整')
  await drawer.getByRole('button', { name: '记下更正' }).click()
  await expect(main).toContainText('五楼党员活动室')

  const minutes = new URL(page.url()).pathname
  await main.getByRole('link', { name: '登记补学' }).click()
  const owed = page.getByRole('row', { name: new RegExp(name) })
  await owed.getByRole('button', { name: '登记补学' }).click()
  const madeUp = page.getByRole('dialog', { name: new RegExp(name) })
  await madeUp.getByRole('button', { name: '自学会议记录' }).click()
  await madeUp.getByRole('button', { name: '登记补学' }).click()
  await expect(page.getByText('已登记补学').first()).toBeVisible()

  await goTo(page, minutes)
  await main.getByRole('button', { name: '归档' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '归档' }).click()
  await expect(main.getByText('已归档').first()).toBeVisible()

  // The dialog of the browser would wait for a person: the sheet is there as long as it is printed.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const sheet = page.locator('article.mb')
  await expect(sheet).toContainText('五楼党员活动室')
  await expect(sheet).toContainText('通过党小组第四季度工作计划')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))

  // The duty is kept: the workbench no longer asks for it.
  await page.goto('/')
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await expect(
    page.getByRole('link', { name: /^记会议 .*不动产登记专区党小组 党小组会 2026 ?年 ?11 ?月/ }),
  ).toHaveCount(0)
})

/** Opens the draft in a window of its own, as another person at another desk. */
async function editIn(page: Page, role: '支部书记' | '党务专干', address: string) {
  await signInAs(page, role, address)
  return page.getByRole('textbox', { name: '会议记录' })
}

test('two write one draft: the second sees both and saves what both meant @server', async ({
  browser,
  page: secretary,
}) => {
  const organizer = await browser.newPage()
  await signInAs(secretary, '支部书记', '/meetings/new')
  await secretary.getByRole('button', { name: '主题党日' }).click()
  await secretary.getByRole('textbox', { name: '会议记录' }).fill('集体学习。')
  await secretary.getByRole('textbox', { name: '地点' }).fill('一楼')
  await secretary.getByRole('button', { name: '存草稿' }).click()
  await expect(secretary).toHaveURL(/\/meetings\/[0-9a-f-]{36}\/edit/)

  const theirs = await editIn(organizer, '党务专干', new URL(secretary.url()).pathname)
  await theirs.fill('集体学习，讨论三项措施。')
  await organizer.getByRole('textbox', { name: '地点' }).fill('五楼会议室')
  await organizer.getByRole('button', { name: '存草稿' }).click()
  await expect(organizer.getByText('已存为草稿')).toBeVisible()

  await secretary.getByRole('textbox', { name: '会议记录' }).fill('集体学习，党员逐一发言。')
  await secretary.getByRole('button', { name: '存草稿' }).click()
  const merge = secretary.getByRole('dialog', { name: '这条记录已被别人修改' })
  // Where only one of them wrote, it is taken over by itself.
  await expect(merge.getByRole('group', { name: /地点/ })).toContainText('五楼会议室')
  await merge
    .getByRole('group', { name: /会议记录/ })
    .getByRole('radio', { name: /我填的/ })
    .check()
  await merge.getByRole('button', { name: '按所选保存' }).click()
  await expect(merge).toBeHidden()

  await organizer.reload()
  await expect(theirs).toHaveValue('集体学习，党员逐一发言。')
  await expect(organizer.getByRole('textbox', { name: '地点' })).toHaveValue('五楼会议室')
  await organizer.close()
})
