import { waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
const named = (name: string) =>
  waitFor(() => expect(document.title).toBe(`${name} · ${zh.entry.product}`))

test('the window is called after what is read: the page, the record beside it, its own page once it is known', async () => {
  const { tokens, branchA, inA1 } = api.bureau
  const body = aMeeting(branchA, firstOf(inA1), { title: '十一月支部党员大会' })
  const { id } = await held(api.api, tokens['branch-secretary'], body)
  await api.signIn('branch-secretary')
  const { router } = await api.open(paths.meetings(), 1440)
  await named(zh.meetings.title)
  await router.navigate(`${paths.meetings()}?open=${id}`)
  await named('十一月支部党员大会')
  await router.navigate(paths.meetings())
  await named(zh.meetings.title)
  await router.navigate(paths.meeting(id))
  await named('十一月支部党员大会')
  expect(api.of(meetingsContract.show).length).toBeGreaterThan(0)
  await router.navigate(paths.account())
  await named(zh.account.title)
})
