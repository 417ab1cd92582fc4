import { expect, test } from '@playwright/test'
import { figure, Interactions, signGroupMeeting, signInAs } from './support/people.ts'

// The main job: from a due duty on the workbench to a signed 党小组会 of 9 members with one absentee and
// one resolution, in at most 12 interactions and no fact typed twice.
test('a secretary records a group meeting between two counter shifts', async ({ page }) => {
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

  // The duty is kept: the workbench no longer asks for it.
  await page.goto('/')
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await expect(
    page.getByRole('link', { name: /^记会议 .*不动产登记专区党小组 党小组会 2026 ?年 ?11 ?月/ }),
  ).toHaveCount(0)
})
