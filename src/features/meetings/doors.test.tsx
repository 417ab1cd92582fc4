import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { membersContract } from '#domain/members.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()

test('a name in the minutes is the door to the member, but of who has moved out of reach', async () => {
  const { api, bureau } = page
  const [gone, missing] = [bureau.inA1[2] as MemberId, bureau.inA1[3] as MemberId]
  const record = await held(
    api,
    bureau.tokens.organizer,
    aMeeting(bureau.branchA, firstOf(bureau.inA2), {
      attendance: [gone, missing].map((memberId) => ({
        memberId,
        status: 'absent' as const,
        reason: '无故',
      })),
      advance: 'sign',
    }),
  )
  await api.call(bureau.tokens.organizer, membersContract.moveMany, {
    body: {
      organizationId: bureau.branchB.id,
      on: '2026-11-23',
      reason: '轮岗',
      members: [{ id: gone, version: 1 }],
    },
  })
  await page.signIn('branch-secretary')
  await page.open(paths.meeting(record.id))
  const { attendance, makeups } = zh.meetings.show
  for (const name of [attendance, makeups]) {
    const part = within(await screen.findByRole('region', { name }))
    const door = part.getByRole('link', { name: '单雄信' })
    expect(door.getAttribute('href')).toContain(paths.member(missing))
    expect(part.getByText('欧阳娜娜').closest('a')).toBeNull()
  }
  page.leave()
  await page.open(paths.makeups())
  const row = within(await screen.findByRole('table'))
  expect((await row.findByText('单雄信')).closest('a')).not.toBeNull()
  expect(row.getByText('欧阳娜娜').closest('a')).toBeNull()
})
