import { expect, it } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau } from '#tests/support/bureau.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { firstOf } from '#tests/support/meetings.ts'
import { pictures } from '#tests/support/pictures.ts'

const api = useApi()

it('whoever manages honours below the organ that decided sees the record, and changes nothing of it', async () => {
  api.world.setNow('2026-11-23T02:00:00Z')
  const bureau = await smallBureau(api.world.db)
  await addHolidays(api.world.db)
  const { id: campaign, decide } = await onNotice(api, bureau, [firstOf(bureau.inA1)])
  await decide(campaign, '2026-11-23')
  const { token } = await addAccount(api.world.db, {
    login: 'below',
    roles: [{ role: 'organizer', at: bureau.branchA }],
  })
  const { id, version } = firstOf(
    (await api.call(token, honoursContract.list, { query: {} })).body.rows,
  )
  const params = { id }
  const show = async (by: string) => (await api.call(by, honoursContract.show, { params })).body
  expect((await show(token)).mayManage).toBe(false)
  expect((await show(bureau.tokens.organizer)).mayManage).toBe(true)

  const setPortrait = (by: string) =>
    api.call(by, honoursContract.setPortrait, {
      params,
      version,
      body: { image: pictures.jpeg(48, 36) },
    })
  expect((await setPortrait(token)).problem.message).toContain('机关党委办理')
  const certify = await api.call(token, honoursContract.certify, { params })
  expect(certify.problem.message).toContain('机关党委办理')
  const hung = (await setPortrait(bureau.tokens.organizer)).body
  const remove = await api.call(token, honoursContract.removePortrait, {
    params,
    version: hung.version,
  })
  expect(remove.problem.message).toContain('机关党委办理')
})

it('whoever reads at the organ that decides, and manages honours below it, is told that the steps are not theirs', async () => {
  api.world.setNow('2026-11-23T02:00:00Z')
  const bureau = await smallBureau(api.world.db)
  await addHolidays(api.world.db)
  const { id, show } = await onNotice(api, bureau, [firstOf(bureau.inA1)])
  const { token } = await addAccount(api.world.db, {
    login: 'both',
    roles: [
      { role: 'leader', at: bureau.committee },
      { role: 'organizer', at: bureau.branchA },
    ],
  })
  const seen = await show(id, token)
  expect(seen).toMatchObject({ deciding: true, mayDecide: false })
  expect(await show(id)).toMatchObject({ deciding: true, mayDecide: true })
  const cancel = await api.call(token, campaignsContract.cancel, {
    params: { id },
    version: seen.version,
    body: { reason: '不再评选' },
  })
  expect(cancel.problem.code).toBe('not_found')
})
