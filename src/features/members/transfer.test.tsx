import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { zh } from '#locales/zh.ts'
import { aLetter } from '#tests/support/letters.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.members
const page = screenApi()
const WIDE = 1440
const sent = () => page.of(membersContract.changeStatus).at(-1)?.body

it('goes by its letter: issued, overdue on the workbench and in the record, received with its receipt', async () => {
  const [id = ''] = page.bureau.inB
  await page.signIn('organizer')
  const { user, router } = await page.open(`/members/${id}`, WIDE)
  await user.click(await screen.findByRole('button', { name: t.actions.status }))
  const issue = within(await screen.findByRole('dialog'))
  const fill = (form: typeof issue, label: string, value: string) =>
    fireEvent.change(form.getByLabelText(label), { target: { value } })
  expect(issue.queryByLabelText(t.transfer.number)).toBeNull()
  await user.click(issue.getByLabelText(t.fields.relation))
  await user.click(await screen.findByTitle(t.relations['moving-out']))
  const letter = { ...aLetter, validUntil: '2026-11-20' }
  fill(issue, t.transfer.number, letter.number)
  fill(issue, t.transfer.to, letter.other)
  fill(issue, t.transfer.issuedOn, letter.issuedOn)
  fill(issue, t.transfer.validUntil, letter.validUntil)
  fill(issue, t.fields.reason, '工作调动')
  await user.click(issue.getByRole('button', { name: t.form.statusSubmit }))
  expect(await screen.findByText(t.transfer.overdue(3), { exact: false })).toBeTruthy()
  expect(sent()).toEqual({ relation: 'moving-out', letter, on: '2026-11-23', reason: '工作调动' })
  expect(screen.getAllByText(t.transfer.late).length).toBeGreaterThan(0)

  await router.navigate('/')
  const todo = await screen.findByRole('region', {
    name: new RegExp(zh.workbench.groups.transfers),
  })
  expect(within(todo).getByText(zh.workbench.letterOver(3))).toBeTruthy()
  await user.click(within(todo).getByRole('link', { name: new RegExp(zh.workbench.transfer1) }))

  await user.click(await screen.findByRole('button', { name: t.transfer.received }))
  const receive = within(await screen.findByRole('dialog'))
  expect(receive.queryByLabelText(t.transfer.number)).toBeNull()
  fill(receive, t.fields.reason, '对方已接收')
  await user.click(receive.getByRole('button', { name: t.form.statusSubmit }))
  expect(await receive.findByText('请填写对方回执的日期')).toBeTruthy()
  fill(receive, t.transfer.receiptOn, '2026-11-23')
  await user.click(receive.getByRole('button', { name: t.form.statusSubmit }))
  await waitFor(() =>
    expect(sent()).toEqual({
      standing: 'transferred',
      receiptOn: '2026-11-23',
      on: '2026-11-23',
      reason: '对方已接收',
    }),
  )
  expect((await screen.findAllByText(t.standings.transferred)).length).toBeGreaterThan(0)
  expect(screen.queryByText(t.transfer.late)).toBeNull()
})
