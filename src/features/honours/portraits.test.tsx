import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { honoursContract } from '#domain/honours.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { pictures } from '#tests/support/pictures.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const t = zh.honours.portrait

/** 张伟, honoured twice; the earlier honour has a portrait. Answers the id of the later one. */
async function honouredTwice() {
  const { api, bureau } = page
  const person = (index: number) => bureau.inA1[index] as MemberId
  await addHolidays(api.world.db)
  const { id, decide } = await onNotice(api, bureau, [person(0), person(1)])
  await decide(id, '2026-11-23')
  const honours = await api.world.db
    .selectFrom('honour')
    .select(['id', 'subject_name', 'member_id', 'subject_key', 'subject_sort'])
    .execute()
  const earlier = honours.find(({ subject_name }) => subject_name === '张伟')
  const later = honours.find(({ subject_name }) => subject_name === '王芳')
  if (!earlier || !later) throw new Error('no honours')
  const { id: earlierId, ...subject } = earlier
  await api.world.db.updateTable('honour').set(subject).where('id', '=', later.id).execute()
  await api.call(bureau.tokens.organizer, honoursContract.setPortrait, {
    params: { id: earlierId },
    version: 1,
    body: { image: pictures.jpeg(480, 320) },
  })
  return { earlierId, id: later.id }
}

test('who is honoured again is offered the earlier portrait, with the consent asked anew', async () => {
  const { earlierId, id } = await honouredTwice()
  await page.signIn('organizer')
  const { user } = await page.open(paths.honourRecords({ open: id }))
  await user.click(await screen.findByRole('button', { name: t.set }))
  const drawer = await screen.findByRole('dialog', { name: zh.honours.form.portrait('张伟') })
  // A new file is asked for until the earlier picture is chosen.
  expect(within(drawer).getByLabelText(zh.honours.form.portraitFile)).toBeDefined()
  await user.click(within(drawer).getByRole('radio', { name: /之前的照片/ }))
  expect(within(drawer).queryByLabelText(zh.honours.form.portraitFile)).toBeNull()
  const save = within(drawer).getByRole('button', { name: t.save })
  await user.click(save)
  expect(await within(drawer).findByText(t.consentNeeded)).toBeDefined()
  expect(page.of(honoursContract.reusePortrait)).toEqual([])
  await user.click(within(drawer).getByRole('checkbox', { name: t.consent('优秀共产党员') }))
  // For another choice it is asked again.
  await user.click(within(drawer).getByRole('radio', { name: t.fresh }))
  await user.click(within(drawer).getByRole('radio', { name: /之前的照片/ }))
  const consent = within(drawer).getByRole<HTMLInputElement>('checkbox')
  expect(consent.checked).toBe(false)
  await user.click(consent)
  await user.click(save)
  expect(await screen.findByRole('button', { name: t.change })).toBeDefined()
  expect(page.of(honoursContract.reusePortrait)[0]).toMatchObject({
    status: 200,
    body: { from: earlierId, consented: true },
  })
})
