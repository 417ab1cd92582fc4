import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('an officer below the organ that decided sees why nothing can be changed, nor what holds for all', async () => {
  const { bureau } = api
  api.api.world.setNow('2026-11-23T02:00:00Z')
  await addHolidays(api.api.world.db)
  const { id, decide } = await onNotice(api.api, bureau, [firstOf(bureau.inA1)])
  await decide(id, '2026-11-23')
  const { token } = await addAccount(api.api.world.db, {
    login: 'below',
    roles: [{ role: 'organizer', at: bureau.branchA }],
  })
  bureau.tokens.organizer = token
  await api.signIn('organizer')
  const { user } = await api.open(paths.honourRecords())
  await user.click(await screen.findByText('张伟'))
  for (const name of ['出具证书', '设置照片', '更正', '撤销荣誉']) {
    const button = await screen.findByRole('button', { name })
    expect(button.getAttribute('aria-disabled')).toBe('true')
  }
  expect(screen.getAllByText(/^须由作出决定的.*机关党委办理$/).length).toBeGreaterThan(0)
  api.leave()

  await api.open(paths.honourSettings())
  for (const name of ['增加类别', '录入或修改'])
    await waitFor(() =>
      expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true'),
    )
})

test('who looks at the organ that decides and manages honours below it is offered neither its steps nor its file', async () => {
  const { bureau } = api
  api.api.world.setNow('2026-11-23T02:00:00Z')
  await addHolidays(api.api.world.db)
  const { id } = await onNotice(api.api, bureau, [firstOf(bureau.inA1)])
  const { token } = await addAccount(api.api.world.db, {
    login: 'both',
    roles: [
      { role: 'leader', at: bureau.committee },
      { role: 'organizer', at: bureau.branchA },
    ],
  })
  await api.signIn('organizer')
  await api.open(paths.campaign(id))
  expect(await screen.findByRole('button', { name: zh.ui.export.label })).toBeDefined()
  api.leave()

  bureau.tokens.organizer = token
  await api.signIn('organizer')
  await api.open(paths.campaign(id))
  for (const name of ['decide', 'amend', 'cancel'] as const) {
    const step = await screen.findByRole('button', { name: zh.honours.actions[name] })
    expect(step.getAttribute('aria-disabled')).toBe('true')
  }
  expect(screen.getAllByText(zh.honours.notDeciding).length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: zh.ui.export.label })).toBeNull()
})
