import { beforeEach, describe, expect, it } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { honourWallContract } from '#domain/honourWall.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { honours } from '#server/features/honours/handlers.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { pictures } from '#tests/support/pictures.ts'

const api = useApi([...meetings, ...honours])
let bureau: SmallBureau
/** A member of branch 乙, from which nobody was honoured. */
let member: string
beforeEach(async () => {
  api.world.setNow('2026-11-23T02:00:00Z')
  bureau = await smallBureau(api.world.db)
  await addHolidays(api.world.db)
  const roles = [{ role: 'member' as const, at: bureau.branchB }]
  member = (await addAccount(api.world.db, { login: 'of-b', roles, memberId: bureau.inB[0] })).token
})

const wall = async (token = member, query: object = {}) =>
  (await api.call(token, honourWallContract.show, { query })).body

/** 张伟 and 王芳 of branch 甲, honoured by the committee. */
async function honoured() {
  const { id, decide } = await onNotice(api, bureau, [
    bureau.inA1[0] as MemberId,
    bureau.inA1[1] as MemberId,
  ])
  await decide(id, '2026-11-23')
  const { rows } = (await api.call(bureau.tokens.organizer, honoursContract.list, { query: {} }))
    .body
  const of = (name: string) => {
    const found = rows.find(({ subjectName }) => subjectName === name)
    if (!found) throw new Error(`${name} is not honoured`)
    return found
  }
  return { campaign: id, zhang: of('张伟'), wang: of('王芳') }
}
const names = ({ rows }: Awaited<ReturnType<typeof wall>>) =>
  rows.map(({ subjectName }) => subjectName)

describe('the honour board of the unit', () => {
  it('hangs for every member below the organ that decided, and tells no id of a person or a foreign record', async () => {
    const { zhang, wang } = await honoured()
    const seen = await wall()
    expect(names(seen)).toEqual(['王芳', '张伟'])
    expect(seen).toMatchObject({ asOf: '2026-11-23', total: 2 })
    expect(seen.rows[0]).toMatchObject({
      id: null,
      className: '优秀共产党员',
      organizationName: '甲支部',
      documentNumber: '机党〔2026〕20号',
    })
    for (const { id, memberId } of [zhang, wang]) {
      expect(JSON.stringify(seen)).not.toContain(id)
      expect(JSON.stringify(seen)).not.toContain(memberId)
    }
    expect((await wall(member, { year: 2025 })).total).toBe(0)
    expect((await wall(member, { classes: ['model-post'] })).total).toBe(0)
    // 王芳 herself opens her own record from it.
    const own = await wall(bureau.tokens.member)
    expect(own.rows.map(({ id }) => id)).toEqual([wang.id, null])
  })

  it('loses the revoked and the expired at once', async () => {
    const { zhang, wang } = await honoured()
    const body = {
      on: '2026-11-23',
      reason: '事迹材料弄虚作假',
      documentNumber: '机党〔2026〕31号',
    }
    await api.call(bureau.tokens.organizer, honoursContract.revoke, {
      params: { id: zhang.id },
      version: zhang.version,
      body,
    })
    expect(names(await wall())).toEqual(['王芳'])
    await api.world.db
      .updateTable('honour')
      .set({ decided_on: '2026-06-26', valid_to: '2026-11-22' })
      .where('id', '=', wang.id)
      .execute()
    expect(names(await wall())).toEqual([])
  })

  it('of an organ beside the reader is not the reader’s: only what was decided at or above', async () => {
    const { zhang } = await honoured()
    await api.world.db
      .updateTable('honour')
      .set({ awarded_by: bureau.branchA.id })
      .where('id', '=', zhang.id)
      .execute()
    expect(names(await wall())).toEqual(['王芳'])
    expect(names(await wall(bureau.tokens.member))).toEqual(['王芳', '张伟'])
    expect(names(await wall(bureau.tokens['branch-secretary']))).toEqual(['王芳', '张伟'])
    expect(names(await wall(bureau.tokens.leader))).toEqual(['王芳', '张伟'])
    const { status } = await api.call(bureau.tokens.auditor, honourWallContract.show, { query: {} })
    expect(status).toBe(403)
  })

  it('tells a member who is on public notice while it runs, and opens nothing of the campaign', async () => {
    const { id } = await onNotice(api, bureau, [bureau.inA1[0] as MemberId])
    const on = async (day: string) => {
      api.world.setNow(`${day}T02:00:00Z`)
      return (await wall()).notices
    }
    expect(await on('2026-11-15')).toEqual([])
    expect(await on('2026-11-20')).toEqual([
      {
        title: '2026年度优秀共产党员评选',
        classCode: 'excellent-member',
        className: '优秀共产党员',
        organ: '测试市行政审批局机关党委',
        from: '2026-11-16',
        to: '2026-11-20',
        place: '一楼公示栏',
        nominees: [
          { subjectName: '张伟', organizationName: '甲支部', citation: expect.any(String) },
        ],
      },
    ])
    expect(await on('2026-11-21')).toEqual([])
    const opened = await api.call(member, campaignsContract.show, { params: { id } })
    expect(opened.problem.code).toBe('not_found')
  })

  it('shows the portrait by its digest as long as the honour hangs', async () => {
    const { zhang } = await honoured()
    const image = pictures.jpeg(480, 360)
    const set = await api.call(bureau.tokens.organizer, honoursContract.setPortrait, {
      params: { id: zhang.id },
      version: zhang.version,
      body: { image },
    })
    const [row] = (await wall()).rows.filter(({ subjectName }) => subjectName === '张伟')
    expect(row?.portrait).toBe(set.body.portrait)
    const get = (digest = row?.portrait) =>
      api.app.request(`/api/honour-wall/portraits/${digest}`, {
        headers: { Authorization: `Bearer ${member}` },
      })
    const answer = await get()
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(btoa(String.fromCharCode(...new Uint8Array(await answer.arrayBuffer())))).toBe(image)
    expect((await get('f'.repeat(32))).status).toBe(404)
    await api.world.db
      .updateTable('honour')
      .set({ revoked_on: '2026-11-23' })
      .where('id', '=', zhang.id)
      .execute()
    expect((await get()).status).toBe(404)
  })
})
