import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { signHere } from '#tests/support/signing.ts'

const api = screenApi()

beforeEach(async () => {
  const { committee, inA1, inA2, inB } = api.bureau
  const team = [
    ['secretary', inB[0]],
    ['deputy-secretary', inA1[0]],
    ['officer', inA2[0]],
  ] as const
  for (const [post, member_id = ''] of team)
    await api.api.world.db
      .insertInto('post')
      .values({
        id: newId(),
        organization_id: committee.id,
        member_id,
        post,
        started_on: '2022-06-20',
      })
      .execute()
})

test('the 民主生活会 of the committee is recorded from its list: two thirds, no ballot, nobody to catch up', async () => {
  await api.signIn('organizer')
  const { user } = await api.open(paths.newMeeting({ organization: api.bureau.committee.id }))
  // The one kind of meeting a committee holds is chosen, and named by its year.
  expect((await screen.findByLabelText<HTMLInputElement>('会议名称')).value).toBe(
    '测试市行政审批局机关党委2026年度民主生活会',
  )
  expect(screen.getByText(/当日在任的班子成员/)).toBeDefined()
  expect(screen.queryByRole('button', { name: '添加决议' })).toBeNull()
  expect(screen.queryByText(/以决议为议题/)).toBeNull()
  expect(await screen.findByText(/应到 3 人，到会 3 人，达到三分之二（2 人）/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: /李强/ }))
  await user.click(await screen.findByRole('button', { name: '公务' }))
  expect(await screen.findByText(/应到 3 人，到会 2 人，达到三分之二（2 人）/)).toBeDefined()
  await user.type(screen.getByLabelText('地点'), '五楼会议室')
  await user.type(screen.getByLabelText('结束时间'), '17:30')
  await user.type(screen.getByLabelText('议题'), '对照检查')
  await user.type(screen.getByLabelText('会议记录'), '逐一对照检查。')
  const asked = await signHere(user)
  expect(asked).toContain('应到 3，实到 2，请假 1')
  expect(asked).toContain('没有需要补学的党员')
  await waitFor(() =>
    expect(api.of(meetingsContract.create)[0]).toMatchObject({
      status: 200,
      body: { types: ['democratic-life'], assessmentYear: null, resolutions: [] },
    }),
  )
})

test('whoever looks at the whole bureau still chooses who met, the committee among them', async () => {
  await api.signIn('organizer')
  await api.open(paths.newMeeting({}))
  expect(await screen.findByText('先选择开会的组织')).toBeDefined()
})
