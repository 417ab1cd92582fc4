import { expect } from '@playwright/test'
import { test } from './support/desk.ts'
import { figure, Interactions, signInAs } from './support/people.ts'

// A member logs a service on a phone between two numbers: at most 30 seconds and 6 interactions.
test('a member logs on a phone, appeals a return, and the secretary confirms @server', async ({
  browser,
  page: desk,
}) => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await signInAs(phone, '党员')
  const person = new Interactions()
  const began = Date.now()
  await person.click(phone.getByRole('link', { name: '记一次服务' }))
  await person.click(phone.getByRole('radio', { name: /帮办服务/ }))
  await person.fill(phone.getByRole('textbox', { name: '服务人次' }), '17')
  await person.click(phone.getByRole('button', { name: '提交' }))
  await expect(phone.getByText('已登记 1 条，等待确认')).toBeVisible()
  const seconds = (Date.now() - began) / 1_000
  figure(`${person.count} interactions and ${seconds.toFixed(1)} s to log a service on a phone`)
  expect(person.count).toBeLessThanOrEqual(6)
  expect(seconds).toBeLessThan(30)

  // What the secretary had returned is answered with what can be checked.
  await phone.goto('/')
  await phone.getByRole('link', { name: /^帮办服务 260 人次/ }).click()
  await expect(phone.getByText(/退回原因：叫号系统当日帮办为 26 人次/)).toBeVisible()
  await phone.getByRole('button', { name: '申诉' }).click()
  await phone.getByRole('textbox', { name: /原因/ }).fill('当日另有园区专场，签到表可查。')
  await phone.getByRole('button', { name: '申诉' }).last().click()
  await expect(phone.getByRole('dialog', { name: '服务记录' })).toContainText('签到表可查')

  await signInAs(desk, '支部书记', '/services?states=appealed')
  await desk.getByRole('row', { name: /260/ }).getByRole('link').first().click()
  const main = desk.getByRole('main')
  await expect(main).toContainText('签到表可查')
  await main.getByRole('button', { name: '确认', exact: true }).click()
  await expect(desk.getByRole('complementary', { name: '服务记录' })).toContainText('已确认')

  // One more comes back with a reason, the rest of the page is confirmed at once.
  await desk.goto('/services?states=logged')
  await desk
    .getByRole('row', { name: /帮办服务.*17/ })
    .getByRole('link')
    .first()
    .click()
  await main.getByRole('button', { name: '退回' }).click()
  await desk.getByRole('textbox', { name: /原因/ }).fill('请补写事项')
  await desk.getByRole('button', { name: '退回' }).last().click()
  await expect(desk.getByText('退回原因：请补写事项')).toBeVisible()
  await desk.goto('/services?states=logged&mine=false')
  await main.getByRole('button', { name: /^确认本页 \d+ 条/ }).click()
  await desk
    .getByRole('alertdialog')
    .getByRole('button', { name: /^确认本页/ })
    .click()
  await expect(desk.getByText(/^已确认 \d+ 条$/)).toBeVisible()
  await phone.close()
})
