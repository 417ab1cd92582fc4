import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addHolidays, campaignSteps, citation, onNotice } from '#tests/support/honours.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
const t = zh.honours
beforeEach(() => addHolidays(api.api.world.db))
const person = (index: number) => api.bureau.inA1[index] as MemberId

test('a branch puts the words of its nomination right, over what stands there', async () => {
  const steps = campaignSteps(api.api, api.bureau)
  const { id } = await steps.create()
  const { id: meetingId } = await steps.resolved()
  await steps.nominate(id, { memberId: person(0), meetingId })
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: t.actions.changeNomination }))
  const drawer = within(await screen.findByRole('dialog'))
  const words = await drawer.findByLabelText<HTMLTextAreaElement>(new RegExp(t.form.citation))
  expect(words.value).toBe(citation)
  await user.type(words, '更正。')
  await user.click(drawer.getByRole('button', { name: t.actions.changeNomination }))
  await waitFor(() => expect(api.of(campaignsContract.changeNomination)[0]?.status).toBe(200))
  expect(await screen.findByText(`${citation}更正。`)).toBeDefined()
})

test('a wrong number is corrected at the honour, and the history tells what it was', async () => {
  const { id, decide } = await onNotice(api.api, api.bureau, [person(0)])
  await decide(id, '2026-11-23')
  const { rows } = (
    await api.api.call(api.bureau.tokens.leader, honoursContract.board, { query: {} })
  ).body
  await api.signIn('organizer')
  const { user } = await api.open(paths.honourRecords({ open: rows[0]?.id ?? '' }), 1440)
  await user.click(await screen.findByRole('button', { name: t.record.correct }))
  const drawer = within(await screen.findByRole('dialog'))
  const number = await drawer.findByLabelText(t.fields.documentNumber)
  await user.clear(number)
  await user.type(number, '机党〔2026〕21号')
  await user.type(drawer.getByLabelText(t.form.correctReason), '决定文号录入有误')
  await user.click(drawer.getByRole('button', { name: t.record.correct }))
  await waitFor(() => expect(api.of(honoursContract.correct)[0]?.status).toBe(200))
  expect(await screen.findByText(/原文号：机党〔2026〕20号/)).toBeDefined()
})
