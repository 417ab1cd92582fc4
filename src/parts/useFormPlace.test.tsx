import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { signInWithTwoOffices } from '#tests/support/twoOffices.ts'

const page = screenApi()
const { integrity, studies } = zh

const forms = [
  {
    name: '学习活动',
    path: paths.studies(),
    button: studies.record,
    field: studies.fields.organization,
  },
  {
    name: '警示教育',
    path: paths.integrity({ view: 'educations' }),
    button: integrity.educations.record,
    field: integrity.educations.organization,
  },
  {
    name: '责任清单',
    path: paths.integrity({ view: 'responsibilities' }),
    button: integrity.responsibilities.create,
    field: integrity.responsibilities.organization,
  },
]
const scopes = {
  'the scope is all of the bureau': '',
  'the right reaches nothing of the scope': 'branchA',
} as const

for (const form of forms)
  for (const [when, scope] of Object.entries(scopes))
    test(`${form.name} begins with the organization that its right reaches when ${when}`, async () => {
      await signInWithTwoOffices(page)
      const search = scope && `${form.path.includes('?') ? '&' : '?'}scope=${page.bureau[scope].id}`
      const { user } = await page.open(form.path + search)
      await user.click((await screen.findAllByRole('button', { name: form.button }))[0] as Element)
      const drawer = within(await screen.findByRole('dialog'))
      const field = await drawer.findByRole<HTMLInputElement>('combobox', { name: form.field })
      await waitFor(() => expect(field.value).toBe('乙支部'))
    })

test('the scope itself stands in the form of who writes for it', async () => {
  await page.signIn('organizer')
  const { user } = await page.open(`${paths.studies()}?scope=${page.bureau.branchA.id}`)
  await user.click((await screen.findAllByRole('button', { name: studies.record }))[0] as Element)
  const drawer = within(await screen.findByRole('dialog'))
  const field = await drawer.findByRole<HTMLInputElement>('combobox', {
    name: studies.fields.organization,
  })
  await waitFor(() => expect(field.value).toBe('甲支部'))
})

test('minutes are written for the branch that one leads, and another may still be chosen', async () => {
  await signInWithTwoOffices(page)
  const { user } = await page.open(paths.newMeeting())
  expect(await screen.findByText('乙支部')).toBeDefined()
  await user.click(await screen.findByRole('button', { name: zh.meetings.editor.otherOrgan }))
  const choice = await screen.findByRole('combobox', { name: zh.meetings.editor.organ })
  await user.type(choice, '支部')
  const list = within(await screen.findByRole('listbox', { name: zh.meetings.editor.organ }))
  const offered = await list.findAllByRole('option')
  expect(offered.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('乙支部')])
})
