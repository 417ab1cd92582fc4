import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

/** A signed meeting that 王芳 missed. */
async function missed() {
  const [chairId = '', missing = '', recorderId = ''] = api.bureau.inA1
  const body = {
    organizationId: api.bureau.groupA1.id,
    types: ['group-meeting' as const],
    title: '十一月党小组会',
    heldOn: '2026-11-20',
    startedAt: '09:00',
    endedAt: '10:00',
    agenda: ['学习'],
    minutes: '学习传达。',
    place: '三楼',
    chairId,
    recorderId,
    attendance: [{ memberId: missing, status: 'leave' as const, reason: '公务' }],
    advance: 'sign' as const,
  }
  const answer = await api.api.call(
    api.bureau.tokens['branch-secretary'],
    meetingsContract.create,
    { body },
  )
  expect(answer.status).toBe(200)
}

test('an absentee is caught up in three presses and leaves the list', async () => {
  await api.signIn('branch-secretary')
  await missed()
  const { user } = await api.open(paths.makeups())
  await user.click(await screen.findByRole('button', { name: '登记补学' }))
  await user.click(await screen.findByRole('button', { name: '自学会议记录' }))
  const [, confirm] = screen.getAllByRole('button', { name: '登记补学' })
  if (confirm) await user.click(confirm)
  expect(await screen.findByText('没有待完成的补学')).toBeDefined()
  expect(api.of(makeupsContract.confirm)[0]?.body).toEqual({
    doneOn: '2026-11-23',
    how: '自学会议记录',
  })
})

test('who may not confirm sees what is owed and why not', async () => {
  await api.signIn('leader')
  await missed()
  await api.open(paths.makeups())
  expect(
    (await screen.findByRole('button', { name: '登记补学' })).getAttribute('aria-disabled'),
  ).toBe('true')
  expect(screen.getByText('登记补学需要支部书记或党务专干的权限')).toBeDefined()
})
