import { configure, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.members
const page = screenApi()
// Two busy cores and a real database.
configure({ asyncUtilTimeout: 6000 })

it('asks how somebody leaves the Party, shows it on the record and finds them by it', async () => {
  const [id = ''] = page.bureau.inB
  await page.signIn('organizer')
  const { user } = await page.open(`/members/${id}`, 1440)
  await user.click(await screen.findByRole('button', { name: t.actions.status }))
  const form = within(await screen.findByRole('dialog'))
  expect(form.queryByLabelText(t.fields.leaving)).toBeNull()
  await user.click(form.getByLabelText(t.fields.standing))
  await user.click(await screen.findByTitle(t.standings.left))
  await user.type(form.getByLabelText(t.fields.reason), '连续六个月不交党费')
  const submit = form.getByRole('button', { name: t.form.statusSubmit })
  await user.click(submit)
  expect(await form.findByText(/请选择出党方式/)).toBeTruthy()
  await user.click(form.getByLabelText(t.fields.leaving))
  await user.click(await screen.findByTitle(t.leavings.struck))
  await user.click(submit)
  const shown = t.leftBy(t.leavings.struck)
  expect((await screen.findAllByText(shown)).length).toBeGreaterThan(0)
  expect(page.of(membersContract.changeStatus).at(-1)?.body).toMatchObject({
    standing: 'left',
    leaving: 'struck',
  })
  page.leave()
  await page.open('/members?leavings=struck', 1440)
  expect(await screen.findByText(zh.ui.table.total('1'))).toBeTruthy()
})
