import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
afterEach(() => void delete api.api.world.backups)

test('the system administrator sees when the last backup and verification were made, and that one is missed', async () => {
  await api.signIn('system-admin')
  const at = new Date('2026-11-20T18:30:00Z')
  api.api.world.backups = () => ({ last: at, began: at })
  await api.open(paths.upkeep())
  expect(await screen.findByText(/2026年11月21日.*02:30/)).toBeDefined()
  // A sentence, which a tag would keep on one line, wider than a phone.
  expect(screen.getByText(/超过一天半没有新的备份/).className).toBe('sc-verdict-text')
  expect(screen.getByText('还没有核对')).toBeDefined()

  api.leave()
  delete api.api.world.backups
  await api.open(paths.upkeep())
  expect(await screen.findByText(/由数据库管理员安排/)).toBeDefined()
})
