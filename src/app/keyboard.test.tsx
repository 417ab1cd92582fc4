import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#lib/paths.ts'
import { setPreferences } from '#lib/preferences.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('a slash goes to the search of the page, stays a sign where one types, and can be turned off (WCAG 2.2, 2.1.4)', async () => {
  await api.signIn('branch-secretary')
  const { user, router } = await api.open(paths.meetings())
  const search = await screen.findByRole('searchbox')
  await user.keyboard('/')
  expect(document.activeElement).toBe(search)
  await user.keyboard('6/7')
  expect((search as HTMLInputElement).value).toBe('6/7')

  await router.navigate(paths.account())
  const choice = await screen.findByRole('checkbox', { name: /查找框/ })
  await user.click(choice)
  expect((choice as HTMLInputElement).checked).toBe(false)
  await router.navigate(paths.meetings())
  const again = await screen.findByRole('searchbox')
  ;(document.activeElement as HTMLElement).blur()
  await user.keyboard('/')
  expect(document.activeElement).not.toBe(again)
  setPreferences({ slash: true })
})
