import { beforeEach, describe, expect, it } from 'vitest'
import type { Given } from '#domain/contract.ts'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { allRoles, type Role } from '#domain/permissions.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addTalk, firstSecretaryOf } from '#tests/support/integrityRecords.ts'

/** The profile, the timeline and the organization card: what they tell of a talk, and to whom. */
const api = useApi()
const secret = '机密甲乙丙'
let bureau: SmallBureau
let tokens: Record<Role, string>
let talkee: MemberId
let talker: MemberId

beforeEach(async () => {
  bureau = await smallBureau(api.world.db)
  tokens = {
    ...bureau.tokens,
    'first-secretary': await firstSecretaryOf(api.world.db, bureau),
  }
  talkee = bureau.inA1[3] as MemberId
  talker = bureau.inA1[2] as MemberId
})

const readers: readonly Role[] = ['discipline', 'first-secretary']
const others = allRoles.filter((role) => !readers.includes(role))
const talkTo = () => addTalk(api.world.db, { at: bureau.groupA1, talkee, talker, secret })
const accountOf = async (memberId: MemberId) =>
  (
    await addAccount(api.world.db, {
      login: `own-${memberId}`,
      memberId,
      roles: [{ role: 'member', at: bureau.groupA1 }],
    })
  ).token

/** All that the profile of a member and the card of an organization ask, as one text. */
async function told(token: string, member: MemberId): Promise<string> {
  const params = { id: member }
  const query = { year: 2026 }
  const organization = bureau.groupA1.id
  const answers = [
    await api.call(token, membersContract.show, { params }),
    await api.call(token, membersContract.timeline, { params }),
    await api.call(token, membersContract.ledger, { params, query }),
    await api.call(token, membersContract.integrity, { params, query }),
    await api.call(token, talksContract.list, { query: { member } }),
    await api.call(token, integrityContract.coverage, { query: { organization, year: 2026 } }),
    await api.call(token, integrityContract.people, { query: { organization, year: 2026 } }),
  ]
  return JSON.stringify(
    answers.map((answer) => {
      const { status } = answer
      return status === 200 ? answer.body : [status, answer.problem.code]
    }),
  )
}

describe('a talk in a profile', () => {
  it.each(readers)('%s: among the talks of either person', async (role) => {
    const { talk } = await talkTo()
    for (const member of [talkee, talker]) {
      const { body } = await api.call(tokens[role], talksContract.list, { query: { member } })
      expect(body.rows.map(({ id }) => id)).toEqual([talk])
    }
    const { body } = await api.call(tokens[role], talksContract.list, {
      query: { member: bureau.inA1[0] as MemberId },
    })
    expect(body.total).toBe(0)
  })

  it('the two people: among the own talks, and in nobody else’s', async () => {
    const { talk } = await talkTo()
    for (const [own, other] of [
      [talkee, talker],
      [talker, talkee],
    ] as const) {
      const token = await accountOf(own)
      const list = await api.call(token, talksContract.list, { query: { member: own } })
      expect(list.body.rows.map(({ id }) => id)).toEqual([talk])
      const foreign = await api.call(token, talksContract.list, { query: { member: other } })
      expect(foreign.status).toBe(404)
    }
  })

  it.each(others)('%s: each answer is the same, to the letter, as without it', async (role) => {
    const before = [await told(tokens[role], talkee), await told(tokens[role], talker)]
    await talkTo()
    const after = [await told(tokens[role], talkee), await told(tokens[role], talker)]
    expect(after).toEqual(before)
  })

  it('while those who may are told something else', async () => {
    const before = await told(tokens.discipline, talkee)
    await talkTo()
    expect(await told(tokens.discipline, talkee)).not.toBe(before)
  })

  it('never comes with the timeline or the record, whoever asks', async () => {
    const { talk } = await talkTo()
    for (const token of [tokens.discipline, await accountOf(talkee)]) {
      const params = { id: talkee }
      for (const answer of [
        await api.call(token, membersContract.timeline, { params }),
        await api.call(token, membersContract.integrity, { params, query: { year: 2026 } }),
      ]) {
        const text = JSON.stringify(answer.body)
        expect(text).not.toContain(secret)
        expect(text).not.toContain(talk)
      }
    }
  })
})

describe('警示教育 in a profile', () => {
  const hold = async (organizationId: SmallBureau['branchA']['id'], absentIds: MemberId[] = []) =>
    (
      await api.call(tokens.discipline, integrityContract.recordEducation, {
        body: {
          organizationId,
          title: '警示教育大会',
          theme: '以案为鉴',
          heldOn: '2026-06-10',
          absentIds,
        },
      })
    ).body
  const facts = async (token: string, id: MemberId, year = 2026) =>
    (await api.call(token, membersContract.integrity, { params: { id }, query: { year } })).body

  it('says who was there and who was not, in its year, while it stands', async () => {
    const record = await hold(bureau.committee.id, [talkee])
    const { leader } = tokens
    expect(await facts(leader, talkee)).toMatchObject({ expected: 1, present: 0 })
    expect(await facts(leader, talker)).toMatchObject({ expected: 1, present: 1 })
    expect(await facts(leader, talker, 2025)).toMatchObject({ expected: 0, educations: [] })
    const kinds = async (id: MemberId) =>
      (await api.call(leader, membersContract.timeline, { params: { id } })).body
        .filter(({ kind }) => kind === 'education')
        .map(({ text, educationId }) => [text, educationId])
    expect(await kinds(talker)).toEqual([['警示教育大会', record.id]])
    expect(await kinds(talkee)).toEqual([])
    await api.call(tokens.discipline, integrityContract.withdrawEducation, {
      params: { id: record.id },
      version: record.version,
      body: { reason: '重复登记' },
    })
    expect(await facts(leader, talker)).toMatchObject({ expected: 0, present: 0 })
    expect(await kinds(talker)).toEqual([])
  })

  it('is opened only where its organ is reached: a secretary is told of the committee’s without its id', async () => {
    await hold(bureau.committee.id)
    const [seen] = (await facts(tokens['branch-secretary'], talker)).educations
    expect(seen).toMatchObject({ title: '警示教育大会', educationId: null, present: true })
    const own = await hold(bureau.branchA.id)
    const ids = (await facts(tokens['branch-secretary'], talker)).educations.map(
      ({ educationId }) => educationId,
    )
    expect(ids).toEqual([own.id, null])
  })
})

describe('the people behind the coverage', () => {
  it('are as many as it counts, reached and not, at every place and for every reader', async () => {
    await api.call(tokens.discipline, integrityContract.recordEducation, {
      body: {
        organizationId: bureau.branchA.id,
        title: '警示教育大会',
        theme: '以案为鉴',
        heldOn: '2026-06-10',
        absentIds: [talkee],
      },
    })
    type Asked = NonNullable<Given<typeof integrityContract.people>['query']>
    const asked = async (token: string, query: Omit<Asked, 'year'>) =>
      (await api.call(token, integrityContract.people, { query: { year: 2026, ...query } })).body
    /** As counted by the coverage, as listed place by place, page by page, and as listed by name. */
    const count = async (
      token: string,
      organization: typeof bureau.branchA.id,
      reached?: 'true' | 'false',
    ) => {
      const { rows, total } = await asked(token, { organization, reached, size: 200 })
      expect(rows).toHaveLength(total)
      const pages = []
      for (let page = 1; page <= Math.ceil(total / 10); page++)
        pages.push(...(await asked(token, { organization, reached, size: 10, page })).rows)
      expect(pages).toEqual(rows)
      const named = await asked(token, { organization, reached, size: 200, sort: 'name' })
      expect(named.total).toBe(total)
      expect(new Map(named.rows.map((row) => [row.memberId, row]))).toEqual(
        new Map(rows.map((row) => [row.memberId, row])),
      )
      return total
    }
    for (const [token, organization] of [
      [tokens.leader, bureau.committee.id],
      [tokens['branch-secretary'], bureau.branchA.id],
      [tokens['branch-secretary'], bureau.groupA1.id],
      [tokens['first-secretary'], bureau.branchB.id],
    ] as const) {
      const { body } = await api.call(token, integrityContract.coverage, {
        query: { organization, year: 2026 },
      })
      expect(await count(token, organization)).toBe(body.roster)
      expect(await count(token, organization, 'true')).toBe(body.reached)
      expect(await count(token, organization, 'false')).toBe(body.roster - body.reached)
    }
    const missed = await api.call(tokens.leader, integrityContract.people, {
      query: { organization: bureau.branchA.id, year: 2026, reached: 'false' },
    })
    expect(missed.body.rows.map(({ memberId }) => memberId)).toEqual([talkee])
    // From the top of the list down, and back: within a place always by name.
    const organization = bureau.committee.id
    const down = await asked(tokens.leader, { organization, size: 200 })
    const up = await asked(tokens.leader, { organization, size: 200, sort: '-organization' })
    const placesOf = ({ rows }: typeof down) => [
      ...new Set(rows.map((one) => one.organizationName)),
    ]
    expect(placesOf(up)).toEqual(placesOf(down).toReversed())
    expect(placesOf(down).length).toBeGreaterThan(2)
    const [first] = down.rows
    const found = await asked(tokens.leader, { organization, q: first?.name })
    expect(found.rows).toContainEqual(first)
    expect(found.rows.every(({ name }) => name.includes(first?.name ?? ''))).toBe(true)
  })
})
