import { expect } from '@playwright/test'
import { test } from './support/desk.ts'
import { signInAs } from './support/people.ts'

// The discipline officer's talk: recorded with what follows, opened again, and unseen by a branch's secretary.
test('the discipline officer records a talk that an ordinary secretary does not see @server', async ({
  page,
}) => {
  await signInAs(page, '纪检委员', '/integrity?view=talks')
  await page.getByRole('button', { name: '登记谈话' }).click()
  const form = page.getByRole('dialog', { name: '登记谈话' })
  await form.getByLabel('类型').selectOption('reminder-talk')
  await form.getByLabel('情形').selectOption('sign')
  for (const [field, initials] of [
    ['谈话对象', 'l'],
    ['谈话人', 'w'],
  ] as const) {
    await form.getByRole('combobox', { name: field, exact: true }).fill(initials)
    const answer = form.locator('[role=listbox]:not([aria-busy=true]) [role=option]')
    await answer.locator('visible=true').first().click()
  }
  await form.getByLabel('地点').fill('纪检谈话室')
  await form.getByLabel('谈话原因').fill('群众反映窗口离岗')
  await form.getByLabel('谈话要点').fill('提醒遵守窗口纪律')
  await form.getByRole('button', { name: '添加后续事项' }).click()
  await form.getByRole('textbox', { name: '后续事项' }).fill('一个月后回访')
  await form.getByLabel('完成期限').fill('2026-12-20')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(form).toBeHidden()
  const row = page.getByRole('row', { name: /提醒谈话.*2026-11-23/ })
  await expect(row).toContainText('待完成 1')
  await row.getByRole('link').click()
  await expect(page.getByText('群众反映窗口离岗')).toBeVisible()
  await expect(page.getByText('本次查看已记入审计日志')).toBeVisible()
  const address = page.url()

  await page.evaluate(() => sessionStorage.clear())
  await page.context().clearCookies()
  await signInAs(page, '支部书记', '/integrity')
  await expect(page.getByText('警示教育覆盖', { exact: true })).toBeVisible()
  await page.goto(address)
  await expect(page.getByText('没有找到，或不在您的管理范围内')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('窗口离岗')
})
