import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addMember } from '#tests/support/bureau.ts'
import { decide } from '#tests/support/decide.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { bookOf } from './book.ts'

const page = screenApi()

test('whom a resolution is about stands in the reopened draft, in the minutes and on the sheet', async () => {
  const { api, bureau } = page
  // Not yet of those who vote, so on no list of the meeting.
  const subject = await addMember(api.world.db, {
    name: '孙发展',
    at: bureau.branchA,
    stage: 'candidate',
  })
  const draft = await held(
    api,
    bureau.tokens['branch-secretary'],
    aMeeting(bureau.branchA, firstOf(bureau.inA1), {
      resolutions: [
        {
          title: '接收预备党员',
          kind: 'development',
          subjectMemberId: subject,
          secretBallot: true,
          yes: 9,
          no: 0,
          abstain: 0,
        },
      ],
    }),
  )
  await page.signIn('branch-secretary')
  await page.open(paths.editMeeting(draft.id))
  const field = await screen.findByLabelText<HTMLInputElement>(zh.meetings.editor.subject)
  expect(field.value).toBe('孙发展')
  page.leave()

  await page.open(paths.meeting(draft.id))
  expect(await screen.findByText(/表决对象：孙发展/)).toBeDefined()
  expect(JSON.stringify(bookOf(draft, zh, ''))).toContain('表决对象：孙发展')
})

test('an election says of whom more than half is asked, while it is written as on the sheet', async () => {
  const { api, bureau } = page
  await decide(api.world.db, 'election.basis', 'eligible')
  const absent = { memberId: bureau.inB[4] as MemberId, status: 'absent' as const, reason: '无故' }
  const draft = await held(
    api,
    bureau.tokens.organizer,
    aMeeting(bureau.branchB, firstOf(bureau.inB), {
      attendance: [absent],
      resolutions: [
        { title: '选举书记', kind: 'election', secretBallot: true, yes: 4, no: 0, abstain: 0 },
      ],
    }),
  )
  await page.signIn('organizer')
  await page.open(paths.editMeeting(draft.id))
  const panel = await screen.findByRole('complementary', { name: zh.meetings.panel.title })
  const said = '赞成 4 票，达到 3 票（以应到会有选举权的 5 人为基数），通过'
  expect(await within(panel).findByText(said)).toBeDefined()
  expect(JSON.stringify(bookOf(draft, zh, ''))).toContain(said)
})
