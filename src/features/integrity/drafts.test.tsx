import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { loadDraft, wipeDrafts } from '#lib/drafts.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const w = zh.integrity

/** Opens the form of a view, as typed in before. */
async function open(view: 'talks' | 'educations', name: string) {
  const { user } = await page.open(paths.integrity({ view }))
  await user.click((await screen.findAllByRole('button', { name }))[0] as Element)
  const drawer = within(await screen.findByRole('dialog'))
  const choose = async (label: string, person: string) => {
    const field = drawer.getByRole('combobox', { name: label })
    await user.type(field, person)
    await user.click(await screen.findByRole('option', { name: new RegExp(person) }))
  }
  const kept = () => drawer.findByText(/草稿已存于本机 \d\d:\d\d/)
  return { user, drawer, choose, kept }
}
const talk = () => open('talks', w.talks.record)
const education = () => open('educations', w.educations.record)

test('what is typed of a talk survives a reload with whom it was with, and is dropped when it is sent', async () => {
  await page.signIn('discipline')
  const first = await talk()
  await first.choose(w.talks.talkee, '王芳')
  await first.choose(w.talks.talker, '张伟')
  await first.user.type(first.drawer.getByLabelText(w.talks.place), '二楼谈话室')
  await first.user.type(first.drawer.getByLabelText(w.talks.reason), '窗口岗位轮换')
  await first.user.type(first.drawer.getByLabelText(w.talks.points), '讲清纪律要求')
  await first.kept()
  // Neither who nor why can be read from the store, nor by another account of this browser.
  expect(JSON.stringify([...page.store.records.values()])).not.toMatch(/王芳|窗口岗位/)
  page.leave()
  await page.signIn('branch-secretary')
  expect(await loadDraft('talk/new')).toBeNull()

  await page.signIn('discipline')
  const { user, drawer } = await talk()
  expect(drawer.getByText(/已恢复 .* 存于本机的草稿/)).toBeDefined()
  expect(drawer.getByLabelText<HTMLInputElement>(w.talks.reason).value).toBe('窗口岗位轮换')
  expect(drawer.getByRole<HTMLInputElement>('combobox', { name: w.talks.talkee }).value).toBe(
    '王芳',
  )
  await user.click(drawer.getByRole('button', { name: w.talks.submit }))
  await waitFor(() => expect(page.of(talksContract.record)[0]?.status).toBe(200))
  expect(page.of(talksContract.record)[0]?.body).toMatchObject({
    talkeeId: page.bureau.inA1[1],
    talkerId: page.bureau.inA1[0],
  })
  await waitFor(() => expect(page.store.records.size).toBe(0))
})

test('what is wiped at sign-out holds the draft of a talk', async () => {
  await page.signIn('discipline')
  const { user, drawer, kept } = await talk()
  await user.type(drawer.getByLabelText(w.talks.reason), '窗口岗位轮换')
  await kept()
  page.leave()
  await wipeDrafts()
  expect(page.store.records.size).toBe(0)
  const again = await talk()
  expect(again.drawer.getByLabelText<HTMLInputElement>(w.talks.reason).value).toBe('')
})

test('what is typed of a 警示教育 survives with who was missing, and given up can be taken back', async () => {
  await page.signIn('discipline')
  const first = await education()
  await first.user.type(first.drawer.getByLabelText(w.educations.name), '以案促改大会')
  await first.user.type(first.drawer.getByLabelText(/^案例主题/), '收受礼品案例')
  await first.choose(w.educations.addAbsent, '王芳')
  await first.user.click(first.drawer.getByRole('button', { name: w.talks.addLine }))
  await first.user.type(first.drawer.getByLabelText(w.talks.what), '张贴提示')
  await first.user.type(first.drawer.getByLabelText(w.talks.dueOn), '2026-12-01')
  await first.kept()
  page.leave()

  const { user, drawer } = await education()
  const title = () => drawer.getByLabelText<HTMLInputElement>(w.educations.name).value
  expect(title()).toBe('以案促改大会')
  expect(drawer.getByRole('button', { name: w.educations.removeAbsent('王芳') })).toBeDefined()
  await user.click(drawer.getByRole('button', { name: zh.ui.draft.discard }))
  await waitFor(() => expect(title()).toBe(''))
  expect(drawer.queryByRole('button', { name: w.educations.removeAbsent('王芳') })).toBeNull()
  await user.click(await screen.findByRole('button', { name: zh.ui.draft.undo }))
  await waitFor(() => expect(title()).toBe('以案促改大会'))
  await user.click(drawer.getByRole('button', { name: w.educations.submit }))
  await waitFor(() => expect(page.of(integrityContract.recordEducation)[0]?.status).toBe(200))
  expect(page.of(integrityContract.recordEducation)[0]?.body).toMatchObject({
    absentIds: [page.bureau.inA1[1]],
    followUps: [{ what: '张贴提示', dueOn: '2026-12-01' }],
  })
  await waitFor(() => expect(page.store.records.size).toBe(0))
})

test('who was missing is found also while the year of the day is being typed', async () => {
  await page.signIn('discipline')
  const { drawer, choose } = await education()
  const heldOn = drawer.getByLabelText(w.educations.heldOn)
  for (const typed of ['0002-10-01', '']) {
    fireEvent.change(heldOn, { target: { value: typed } })
    await choose(w.educations.addAbsent, typed === '' ? '张伟' : '王芳')
  }
  const searches = page.of(membersContract.search)
  expect(searches.length).toBeGreaterThan(0)
  expect(searches.filter(({ status }) => status !== 200)).toEqual([])
})
