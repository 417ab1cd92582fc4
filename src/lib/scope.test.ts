import { expect, test } from 'vitest'
import type { HeldRole } from '#domain/session.ts'
import { organizationId } from '#domain/ids.ts'
import { scopeFaults, widestOf } from './scope.ts'

const held = (role: HeldRole['role'], kind: string | null, last: string): HeldRole => ({
  role,
  organizationId:
    kind === null ? null : organizationId.parse(`018f0000-0000-7000-8000-00000000000${last}`),
  organizationName: kind,
  organizationKind: kind,
})

test('the widest organization that a role looks at is the usual scope', () => {
  const roles = [
    held('system-admin', null, '0'),
    held('group-leader', 'group', '1'),
    held('branch-secretary', 'branch', '2'),
  ]
  expect(widestOf(roles)?.organizationName).toBe('branch')
})

test('a plain member and an administrator have no scope', () => {
  expect(widestOf([held('member', 'branch', '1'), held('auditor', null, '0')])).toBeNull()
})

test.each([
  ['scope=018f0000-0000-7000-8000-000000000001&year=2025', []],
  ['', []],
  ['scope=abc', ['scope']],
  ['year=abc', ['year']],
  ['year=2101', ['year']],
  ['year=1948', ['year']],
  ['scope=&year=2026.5', ['scope', 'year']],
])('the address ?%s names what cannot be: %j', (search, names) => {
  expect(scopeFaults(new URLSearchParams(search)).map(({ name }) => name)).toEqual(names)
})
