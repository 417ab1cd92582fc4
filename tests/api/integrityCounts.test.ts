import { beforeEach, describe, expect, it } from 'vitest'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { TalkKind } from '#domain/integrity.ts'
import type { MemberId } from '#domain/ids.ts'
import { grants, allRoles, type Role } from '#domain/permissions.ts'
import { readCounts } from '#server/counts/read.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addTalk, firstSecretaryOf } from '#tests/support/integrityRecords.ts'

const api = useApi()
let bureau: SmallBureau
let talkee: MemberId
let talker: MemberId
let tokens: Record<Role, string>

// One talk in 甲一, and a 党委书记.
beforeEach(async () => {
  const { db } = api.world
  bureau = await smallBureau(db)
  const firstSecretary = await firstSecretaryOf(db, bureau)
  talkee = bureau.inA1[3] as MemberId
  talker = bureau.inB[0] as MemberId
  await addTalk(db, { at: bureau.groupA1, talkee, talker })
  tokens = { ...bureau.tokens, 'first-secretary': firstSecretary }
})

const readers: readonly Role[] = ['discipline', 'first-secretary']
const others = allRoles.filter((role) => !readers.includes(role))

describe('counts of talks', () => {
  const told = async (role: Role, organization = bureau.committee.id) =>
    (
      await api.call(tokens[role], integrityContract.coverage, {
        query: { organization, year: 2026 },
      })
    ).body
  const more = async (count: number, at = bureau.branchB, kind: TalkKind = 'reminder-talk') => {
    for (let n = 0; n < count; n++)
      await addTalk(api.world.db, { at, talkee: bureau.inB[1] as string, talker, kind })
  }
  const counting = others.filter((role) => grants[role]['integrity.read'])

  it('are exact to those who may open them', async () => {
    for (const role of readers) {
      const body = await told(role)
      expect([body.talks, body.exact]).toEqual([1, true])
      expect(body.talksByKind).toEqual({ 'integrity-talk': 0, 'reminder-talk': 1 })
    }
  })

  it('below three are told to nobody else, in total or in part', async () => {
    await more(1)
    for (const role of counting.filter((one) => one !== 'branch-secretary')) {
      const body = await told(role)
      expect([role, body.talks, body.exact, body.talksByKind]).toEqual([role, null, false, null])
      expect(body.rows.map(({ talks }) => talks)).toEqual([null, null])
    }
  })

  it('of three and more are told as a total, and a part that subtraction would give away is held back', async () => {
    await more(4)
    const body = await told('leader')
    // 甲 1, 乙 4: were 乙 told, 甲 would be 5 − 4.
    expect(body.talks).toBe(5)
    expect(body.rows.map(({ talks }) => talks)).toEqual([null, null])
    expect(body.talksByKind).toBeNull()
    expect((await told('branch-secretary', bureau.branchA.id)).talks).toBeNull()
    expect((await told('leader', bureau.branchB.id)).talks).toBeNull()
    expect((await told('leader', bureau.groupA1.id)).talks).toBeNull()
  })

  it('are told part by part where no part is small, and never by kind below the root', async () => {
    await more(4)
    for (let n = 0; n < 3; n++)
      await addTalk(api.world.db, { at: bureau.groupA2, talkee, talker, kind: 'integrity-talk' })
    const body = await told('leader')
    expect(body.rows.map(({ name, talks }) => [name, talks])).toEqual([
      ['甲支部', 4],
      ['乙支部', 4],
    ])
    expect(body.talksByKind).toEqual({ 'integrity-talk': 3, 'reminder-talk': 5 })
    const branch = await told('branch-secretary', bureau.branchA.id)
    // 甲一 1, 甲二 3: the branch is told, its groups are not.
    expect([branch.talks, branch.talksByKind]).toEqual([4, null])
    expect(branch.rows.map(({ talks }) => talks)).toEqual([null, null])
  })

  it('cannot be read by month, by place or by kind through the common counts', async () => {
    const read = (kinds: string[]) =>
      api.world.db.transaction().execute((trx) =>
        readCounts(trx, {
          organizationId: bureau.groupA1.id,
          from: '2026-05',
          to: '2026-05',
          kinds,
        }),
      )
    await expect(read(['integrity:talk'])).rejects.toThrow('talkTotals')
    await expect(read(['integrity:talk:reminder-talk'])).rejects.toThrow('talkTotals')
    await expect(read(['integrity:educated'])).resolves.toEqual([])
  })
})
