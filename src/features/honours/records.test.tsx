import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()

test('honours that a person has in a crew are of the person, not of the post', async () => {
  const { committee, branchA, inA1, tokens } = api.bureau
  const member = firstOf(inA1)
  await api.api.world.db
    .insertInto('honour')
    .values({
      id: newId(),
      class_code: 'model-post',
      organization_id: branchA.id,
      awarded_by: committee.id,
      subject_key: 'post:咨询窗口',
      subject_name: '咨询窗口',
      crew: [member],
      crew_names: ['张伟'],
      citation: '事迹',
      decided_on: '2026-06-30',
      document_number: '机党〔2026〕1号',
    })
    .execute()
  const { body } = await api.api.call(tokens.organizer, membersContract.show, {
    params: { id: member },
  })
  await api.signIn('organizer')
  const { user } = await api.open(paths.honourRecords({ member }), 1440)
  expect(await screen.findByRole('link', { name: '咨询窗口' })).toBeDefined()
  expect(await screen.findByRole('button', { name: new RegExp(`只看 ${body.name}`) })).toBeDefined()
  // What the list is to take away: whose the post is, and for what.
  await user.click(screen.getByRole('button', { name: zh.ui.table.columns }))
  const { crew, citation } = zh.honours.record.columns
  for (const name of [crew, citation]) await user.click(screen.getByRole('checkbox', { name }))
  expect(await screen.findByRole('cell', { name: '张伟' })).toBeDefined()
  expect(screen.getByRole('cell', { name: '事迹' })).toBeDefined()
})

test('of what expires, that only the own decisions are asked for is said, and can be taken away', async () => {
  const asks = () => api.of(honoursContract.list).at(-1)?.query.get('expiring')
  await api.signIn('organizer')
  const { user } = await api.open(paths.honourRecords({ expiring: 'ours' }))
  await user.click(await screen.findByRole('button', { name: /^本组织决定的/ }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^本组织决定的/ })).toBeNull())
  expect(asks()).toBe('any')
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '60 天内到期' }).checked).toBe(true)
})
