import { expect, it } from 'vitest'
import { studiesContract as contract } from '#domain/studies.contract.ts'
import type { StudyRecord } from '#domain/studies.ts'
import { studies } from '#server/features/studies/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { aStudy, recorded } from '#tests/support/studies.ts'

const api = useApi(studies)

it('keeps who closed an activity, who opened it again and why, whatever came after', async () => {
  const { tokens, branchA, inA1 } = await smallBureau(api.world.db)
  const secretary = tokens['branch-secretary']
  const body = aStudy(branchA, inA1, { advance: 'plan' })
  const planned = await recorded(api, secretary, body)
  const { organizationId: _, ...content } = body
  const change = async ({ id, version }: StudyRecord, advance: 'hold' | 'close') =>
    (
      await api.call(secretary, contract.change, {
        params: { id },
        version,
        body: { ...content, advance },
      })
    ).body
  const reopen = async (token: string, { id, version }: StudyRecord, reason: string) =>
    (await api.call(token, contract.reopen, { params: { id }, version, body: { reason } })).body
  const held = await change(planned, 'hold')
  const replanned = await reopen(secretary, held, '改期，还没有举办')
  const closed = await change(replanned, 'close')
  const opened = await reopen(tokens.organizer, closed, '到会名单漏记两人')
  const again = await change(opened, 'hold')
  const { id, version } = again
  const last = (await api.call(secretary, contract.close, { params: { id }, version })).body
  expect(last.history.map(({ action, by, reason }) => [action, by, reason])).toEqual([
    ['recorded', 'secretary', null],
    ['held', 'secretary', null],
    ['replanned', 'secretary', '改期，还没有举办'],
    ['closed', 'secretary', null],
    ['reopened', 'organizer', '到会名单漏记两人'],
    ['closed', 'secretary', null],
  ])
})
