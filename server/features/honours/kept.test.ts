import { beforeEach, describe, expect, it } from 'vitest'
import { honoursContract } from '#domain/honours.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { membersContract } from '#domain/members.contract.ts'
import { pictureLimit } from '#domain/pictures.ts'
import { honours } from '#server/features/honours/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { members } from '#server/features/members/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { pictures, pngOf } from '#tests/support/pictures.ts'

const api = useApi([...meetings, ...honours, ...members])
let bureau: SmallBureau
beforeEach(async () => {
  api.world.setNow('2026-11-23T02:00:00Z')
  bureau = await smallBureau(api.world.db)
  await addHolidays(api.world.db)
})
const person = (index: number) => bureau.inA1[index] as MemberId

const board = async (token = bureau.tokens.leader) =>
  (await api.call(token, honoursContract.board, { query: {} })).body.rows
const show = async (id: string, token = bureau.tokens.leader) =>
  (await api.call(token, honoursContract.show, { params: { id } })).body

/** 张伟 and 王芳, honoured on 23 November. */
async function honoured() {
  const { id, decide } = await onNotice(api, bureau, [person(0), person(1)])
  await decide(id, '2026-11-23')
  const [second, first] = await board()
  if (!first || !second) throw new Error('no honours')
  return { first, second }
}

describe('an honour’s validity', () => {
  const reason = '复核合格，继续保持'
  const body = { on: '2026-11-23', to: '2027-11-23', reason, documentNumber: '机党〔2026〕40号' }
  const expired = async () => {
    const { first } = await honoured()
    await api.world.db
      .updateTable('honour')
      .set({ decided_on: '2024-11-20', valid_to: '2026-11-20' })
      .where('id', '=', first.id)
      .execute()
    return first
  }
  const extend = (id: string, over = {}, version = 1, token = bureau.tokens.organizer) =>
    api.call(token, honoursContract.extend, { params: { id }, version, body: { ...body, ...over } })

  it('is extended by an event: the expired comes back to the board, and nothing is erased', async () => {
    const { id, memberId } = await expired()
    expect((await board()).map((one) => one.id)).not.toContain(id)
    const judged = await api.call(bureau.tokens.organizer, honoursContract.extension, {
      params: { id },
      query: { on: body.on, to: body.to },
    })
    expect(judged.body.verdicts[0]).toMatchObject({ status: 'met', code: 'extension.returns' })
    const record = (await extend(id)).body
    expect(record).toMatchObject({ state: 'valid', validTo: '2027-11-23', version: 2 })
    expect((await board()).map((one) => one.id)).toContain(id)
    const again = { on: '2026-11-23', to: '2028-11-23', documentNumber: '机党〔2026〕41号' }
    const { events } = (await extend(id, again, 2)).body
    expect(events.map(({ on, kind, validTo }) => [on, kind, validTo])).toEqual([
      ['2026-11-21', 'expired', null],
      ['2026-11-23', 'awarded', null],
      ['2026-11-23', 'extended', '2027-11-23'],
      ['2026-11-23', 'extended', '2028-11-23'],
    ])
    expect(events[2]).toMatchObject({ reason, documentNumber: '机党〔2026〕40号', by: 'organizer' })
    // Past its new last day it leaves the board once more.
    api.world.setNow('2028-11-24T02:00:00Z')
    expect((await show(id)).events.at(-1)).toMatchObject({ kind: 'expired', on: '2028-11-24' })
    // The person's own course tells the same, newest first.
    const { body: course } = await api.call(bureau.tokens.organizer, membersContract.timeline, {
      params: { id: memberId as MemberId },
    })
    const told = course.filter(({ kind }) => kind === 'honour')
    expect(told.map(({ on, text }) => [on, text.split('：')[0]])).toEqual([
      ['2028-11-24', '荣誉有效期满'],
      ['2026-11-23', '荣誉延长有效期'],
      ['2026-11-23', '荣誉延长有效期'],
      ['2026-11-23', '获得荣誉'],
      ['2026-11-21', '荣誉有效期满'],
    ])
  })

  it('is refused at its field, in the version that was read, and by whoever did not decide', async () => {
    const { id } = await expired()
    expect((await extend(id, { to: '2026-11-20' })).problem.fields).toEqual({
      'body.to': '须晚于现在的有效期（2026-11-20）',
    })
    expect((await extend(id, { on: '2026-11-24' })).problem.fields).toHaveProperty(['body.on'])
    expect((await extend(id, { reason: '好' })).problem.fields).toHaveProperty(['body.reason'])
    expect((await extend(id, {}, 7)).problem.code).toBe('version_conflict')
    expect((await extend(id, {}, 1, bureau.tokens.leader)).problem.code).toBe('forbidden')
    await api.world.db.updateTable('honour').set({ valid_to: null }).where('id', '=', id).execute()
    expect((await extend(id)).problem).toMatchObject({
      code: 'state',
      message: expect.stringContaining('长期有效'),
    })
  })
})

describe('a portrait', () => {
  const set = (id: string, image: string, version = 1, token = bureau.tokens.organizer) =>
    api.call(token, honoursContract.setPortrait, { params: { id }, version, body: { image } })
  const get = (id: string, digest: string | null, token = bureau.tokens.leader) =>
    api.app.request(`/api/honours/${id}/portrait/${digest}`, {
      headers: { Authorization: `Bearer ${token}` },
    })

  it('is served as what its bytes are, for good under its own address, to whoever sees the honour', async () => {
    const { first, second } = await honoured()
    const image = pictures.jpeg(480, 360)
    const record = (await set(first.id, image)).body
    expect(record.portrait).toMatch(/^[0-9a-f]{32}$/)
    expect((await board()).find(({ id }) => id === first.id)?.portrait).toBe(record.portrait)
    const answer = await get(first.id, record.portrait)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(btoa(String.fromCharCode(...new Uint8Array(await answer.arrayBuffer())))).toBe(image)
    // A member sees the own honour and nobody else's; another's digest opens nothing.
    expect((await get(first.id, record.portrait, bureau.tokens.member)).status).toBe(404)
    expect((await get(second.id, record.portrait)).status).toBe(404)
    const changed = (await set(first.id, pictures.webp(100, 100), 2)).body
    expect(changed.portrait).not.toBe(record.portrait)
    expect((await get(first.id, record.portrait)).status).toBe(404)
    expect((await get(first.id, changed.portrait)).headers.get('content-type')).toBe('image/webp')
  })

  it('of an earlier honour of the same person is used again, with the consent given anew', async () => {
    const { first, second } = await honoured()
    const { memberId, subjectName } = first
    // The second honour is the first one's person's too.
    const { subject_key } = await api.world.db
      .selectFrom('honour')
      .select('subject_key')
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow()
    const reuse = (over: object = {}, version = 1, token = bureau.tokens.organizer) =>
      api.call(token, honoursContract.reusePortrait, {
        params: { id: second.id },
        version,
        body: { from: first.id, consented: true, ...over },
      })
    const image = pictures.jpeg(480, 360)
    const { portrait } = (await set(first.id, image)).body
    // Of another person it is nobody's to use.
    expect((await reuse()).problem.fields).toHaveProperty(['body.from'])
    await api.world.db
      .updateTable('honour')
      .set({ member_id: memberId, subject_key, subject_name: subjectName })
      .where('id', '=', second.id)
      .execute()
    expect((await reuse({ consented: false })).problem.fields).toEqual({
      'body.consented': '须照片上的人同意用于这一项荣誉',
    })
    expect((await reuse({}, 7)).problem.code).toBe('version_conflict')
    expect((await reuse({}, 1, bureau.tokens.leader)).problem.code).toBe('forbidden')
    expect((await reuse()).body).toMatchObject({ portrait, version: 2 })
    const answer = await get(second.id, portrait)
    expect(btoa(String.fromCharCode(...new Uint8Array(await answer.arrayBuffer())))).toBe(image)
    const entry = await api.world.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', 'honour.portrait-reused')
      .executeTakeFirstOrThrow()
    expect(entry.detail).toMatchObject({ from: first.id, consented: true })
    // Taken down at the one, it still hangs at the other: they are two uses.
    await api.call(bureau.tokens.organizer, honoursContract.removePortrait, {
      params: { id: first.id },
      version: 2,
    })
    expect((await get(second.id, portrait)).status).toBe(200)
    expect((await reuse({}, 2)).problem.fields).toHaveProperty(['body.from'])
  })

  it.each<[string, string, string]>([
    ['SVG', btoa('<svg xmlns="http://www.w3.org/2000/svg"/>'), '只接受 JPEG、PNG 或 WebP 照片'],
    ['too many pixels', pngOf(481, 100), '照片边长最多 480 像素'],
    ['too many bytes', pngOf(10, 10, pictureLimit + 1), '照片最大 512 KB'],
    ['no base64', '照片', '请选择照片'],
  ])('is refused: %s', async (_, image, sentence) => {
    const { first } = await honoured()
    expect((await set(first.id, image)).problem.fields).toEqual({ 'body.image': sentence })
  })

  it('may have exactly the limit, is removed by a second step, and both are in the log', async () => {
    const { first } = await honoured()
    expect((await set(first.id, pngOf(480, 480, pictureLimit))).status).toBe(200)
    const remove = (version: number, token = bureau.tokens.organizer) =>
      api.call(token, honoursContract.removePortrait, { params: { id: first.id }, version })
    expect((await remove(1)).problem.code).toBe('version_conflict')
    expect((await remove(2, bureau.tokens['branch-secretary'])).problem.code).toBe('forbidden')
    expect((await remove(2)).body).toMatchObject({ portrait: null, version: 3 })
    expect((await remove(3)).problem.code).toBe('state')
    const kept = await api.world.db.selectFrom('honour_portrait').selectAll().execute()
    expect(kept).toEqual([])
    const { rows } = await api.world.db
      .selectFrom('audit_entry')
      .select('action')
      .where('target_id', '=', first.id)
      .execute()
      .then((rows) => ({ rows: rows.map(({ action }) => action) }))
    expect(rows.toSorted()).toEqual(['honour.portrait-removed', 'honour.portrait-set'])
  })
})

describe('a certificate of honour', () => {
  const certify = async (id: string) =>
    (await api.call(bureau.tokens.organizer, honoursContract.certify, { params: { id } })).body
  const verify = async (number: string, name: string) =>
    (await api.call(bureau.tokens.member, honoursContract.verify, { query: { number, name } })).body

  it('is issued once, and its number and name tell what has become of the honour', async () => {
    const { first } = await honoured()
    const issued = await certify(first.id)
    expect(issued).toMatchObject({ subjectName: first.subjectName, className: '优秀共产党员' })
    expect(issued.number).toMatch(/^RY2026(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    api.world.setNow('2027-01-04T02:00:00Z')
    expect(await certify(first.id)).toEqual(issued)
    expect((await show(first.id)).certificateNumber).toBe(issued.number)
    expect(await verify(issued.number.toLowerCase(), first.subjectName)).toMatchObject({
      verdict: 'genuine',
      state: 'valid',
      certificate: { documentNumber: '机党〔2026〕20号' },
    })
    expect(await verify(issued.number, '别人')).toMatchObject({
      verdict: 'unknown',
      certificate: null,
    })
    await api.call(bureau.tokens.organizer, honoursContract.revoke, {
      params: { id: first.id },
      version: 1,
      body: { on: '2026-12-30', reason: '事迹材料弄虚作假', documentNumber: '机党〔2026〕31号' },
    })
    expect(await verify(issued.number, first.subjectName)).toMatchObject({
      verdict: 'genuine',
      state: 'revoked',
      revokedOn: '2026-12-30',
    })
    const paper = await api.call(bureau.tokens.organizer, honoursContract.certificate, {
      params: { id: first.id },
    })
    expect(paper.body).toEqual({
      certificate: issued,
      state: 'revoked',
      validTo: first.validTo,
      revokedOn: '2026-12-30',
    })
  })

  it('that was changed behind the program’s back is told to be so; a revoked honour gets none', async () => {
    const { first, second } = await honoured()
    const { number } = await certify(first.id)
    await api.world.db
      .updateTable('honour_certificate')
      .set({ class_name: '时代楷模' })
      .where('honour_id', '=', first.id)
      .execute()
    expect(await verify(number, first.subjectName)).toEqual({
      verdict: 'altered',
      certificate: null,
      state: null,
      validTo: null,
      revokedOn: null,
    })
    await api.call(bureau.tokens.organizer, honoursContract.revoke, {
      params: { id: second.id },
      version: 1,
      body: { on: '2026-11-23', reason: '事迹材料弄虚作假', documentNumber: '机党〔2026〕31号' },
    })
    const refused = await api.call(bureau.tokens.organizer, honoursContract.certify, {
      params: { id: second.id },
    })
    expect(refused.problem.code).toBe('state')
  })
})

describe('names of honours', () => {
  it('stand by pinyin as members do, on the board and in the record, not by code point', async () => {
    const { id, decide } = await onNotice(api, bureau, [person(0), person(1)])
    await decide(id, '2026-11-23')
    const names = async (sort: 'subject' | '-subject') =>
      (
        await api.call(bureau.tokens.leader, honoursContract.list, { query: { sort } })
      ).body.rows.map(({ subjectName }) => subjectName)
    // By code point 张 (U+5F20) comes before 王 (U+738B); by pinyin wáng before zhāng.
    expect(await names('subject')).toEqual(['王芳', '张伟'])
    expect(await names('-subject')).toEqual(['张伟', '王芳'])
    expect((await board()).map(({ subjectName }) => subjectName)).toEqual(['王芳', '张伟'])
  })
})
