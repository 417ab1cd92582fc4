import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { allOperations } from '#domain/contracts.ts'
import { permissions } from '#domain/permissions.ts'
import { paths } from '#lib/paths.ts'
import { en } from '#locales/en.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { auditActions } from './audit.ts'

const api = screenApi()
const operations = () =>
  [...document.querySelectorAll('[data-operation]')].map((row) =>
    row.getAttribute('data-operation'),
  )

test('every permission and every operation of the contracts is told, without asking the server', async () => {
  await api.signIn('member')
  await api.open(paths.permissions())
  const matrix = await screen.findByRole('table', { name: '角色与权限' })
  expect(within(matrix).getAllByRole('rowheader')).toHaveLength(permissions.length)
  expect(operations()).toEqual(allOperations.map(({ name }) => name))
  expect(api.sent).toEqual([])
})

test('a role sees only what it may use, with what is open to everybody', async () => {
  await api.signIn('member')
  await api.open(`${paths.permissions()}?role=auditor`)
  await screen.findByRole('table', { name: '角色与权限' })
  const open = allOperations.filter(
    ({ access }) => access.kind !== 'permission' || access.permission === 'audit.read',
  )
  expect(operations()).toEqual(open.map(({ name }) => name))
})

test('every action of the log has words', () => {
  for (const { system } of [zh, en])
    expect(auditActions.filter((action) => !(action in system.audit.actions))).toEqual([])
})
