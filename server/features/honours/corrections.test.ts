import { beforeEach, describe, expect, it } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { honours } from '#server/features/honours/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addHolidays, campaignSteps, citation, onNotice } from '#tests/support/honours.ts'

const api = useApi([...meetings, ...honours])
let bureau: SmallBureau
beforeEach(async () => {
  bureau = await smallBureau(api.world.db)
  await addHolidays(api.world.db)
})
const person = (index: number) => bureau.inA1[index] as MemberId
const better = `${citation}（更正）`

describe('a nomination', () => {
  it('is put right while nominations are open, in words and ground, and not after the review', async () => {
    const steps = campaignSteps(api, bureau)
    const { id } = await steps.create()
    const first = await steps.resolved()
    await steps.nominate(id, { memberId: person(0), meetingId: first.id })
    const [nomination] = (await steps.show(id)).nominations
    if (!nomination) throw new Error('not nominated')
    const change = (
      version: number,
      over: object = {},
      token = bureau.tokens['branch-secretary'],
    ) =>
      api.call(token, campaignsContract.changeNomination, {
        params: { id: nomination.id },
        version,
        body: { citation: better, ...over },
      })
    expect((await change(2)).problem.code).toBe('version_conflict')
    expect((await change(1, { citation: '太短' })).problem.fields).toHaveProperty(['body.citation'])
    const nowhere = { basis: { meetingId: first.id, resolution: 3 } }
    expect((await change(1, nowhere)).problem.fields).toHaveProperty(['body.basis'])
    expect((await change(1)).body.nominations[0]).toMatchObject({
      citation: better,
      meetingLine: nomination.meetingLine,
      subjectName: nomination.subjectName,
      version: 2,
    })
    await steps.review(id)
    expect((await change(3)).problem.code).toBe('state')
  })
})

describe('a campaign', () => {
  it('is changed in its public notice and its validity too', async () => {
    const { create } = campaignSteps(api, bureau)
    const made = await create({ classCode: 'model-post' })
    const change = (version: number, validityMonths: number | null) =>
      api.call(bureau.tokens.organizer, campaignsContract.change, {
        params: { id: made.id },
        version,
        body: {
          title: made.title,
          quota: made.quota,
          branchQuota: made.branchQuota,
          conditions: made.conditions,
          noticeNumber: made.noticeNumber,
          nominateFrom: made.nominateFrom,
          nominateTo: made.nominateTo,
          publicityDays: 7,
          validityMonths,
        },
      })
    const changed = (await change(made.version, 36)).body
    expect(changed).toMatchObject({ publicityDays: 7, validityMonths: 36 })
    // For good, though its class has 24 months: only a new campaign takes those.
    expect((await change(changed.version, null)).body.validityMonths).toBeNull()
  })
})

describe('an honour', () => {
  it('is corrected with a reason: the number everywhere the decision gave, the words here, and both kept', async () => {
    const { id, decide, show } = await onNotice(api, bureau, [person(0), person(1)])
    await decide(id, '2026-11-23')
    const board = async () =>
      (await api.call(bureau.tokens.leader, honoursContract.board, { query: {} })).body.rows
    const [one, other] = await board()
    if (!one || !other) throw new Error('no honours')
    const correct = (body: object, version: number, token = bureau.tokens.organizer) =>
      api.call(token, honoursContract.correct, {
        params: { id: one.id },
        version,
        body: {
          citation: one.citation,
          documentNumber: one.documentNumber,
          reason: '决定文号录入有误',
          ...body,
        },
      })
    const right = { documentNumber: '机党〔2026〕21号' }
    expect((await correct({}, 1)).problem.fields).toHaveProperty(['body.citation'])
    expect((await correct({ ...right, reason: '错' }, 1)).problem.fields).toHaveProperty([
      'body.reason',
    ])
    expect((await correct(right, 1, bureau.tokens['branch-secretary'])).problem.code).toBe(
      'forbidden',
    )
    expect((await correct(right, 1)).body.events.at(-1)).toMatchObject({
      kind: 'corrected',
      reason: '决定文号录入有误',
      documentBefore: '机党〔2026〕20号',
      citationBefore: null,
    })
    expect((await board()).map(({ documentNumber }) => documentNumber)).toEqual([
      right.documentNumber,
      right.documentNumber,
    ])
    expect((await show(id)).documentNumber).toBe(right.documentNumber)
    const words = await correct({ ...right, citation: better }, 2)
    expect(words.body).toMatchObject({ citation: better })
    expect(words.body.events.at(-1)).toMatchObject({
      citationBefore: citation,
      documentBefore: null,
    })
    const beside = await api.call(bureau.tokens.organizer, honoursContract.show, {
      params: { id: other.id },
    })
    expect(beside.body.citation).toBe(citation)
    expect(beside.body.events.map(({ kind }) => kind)).toEqual(['awarded', 'corrected'])
  })
})
