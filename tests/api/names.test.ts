import { beforeEach, expect, it } from 'vitest'
import { honoursContract } from '#domain/honours.contract.ts'
import { newId, type MemberId } from '#domain/ids.ts'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau, type SmallBureau } from '#tests/support/bureau.ts'
import { addTalk } from '#tests/support/integrityRecords.ts'
import { anEntry } from '#tests/support/services.ts'

/** Every list of people finds them as the roster does: by characters, pinyin and initials. */
const api = useApi()
let bureau: SmallBureau
beforeEach(async () => {
  bureau = await smallBureau(api.world.db)
})

const found = ['王芳', 'wangf', 'Wang Fang', 'wf']
const others = ['陈', 'cheng', 'wfa']

it.each([...found.map((q) => ({ q, hits: 1 })), ...others.map((q) => ({ q, hits: 0 }))])(
  'for $q',
  async ({ q, hits }) => {
    const { tokens, committee, groupA1, inA1, inA2 } = bureau
    const [, member] = inA1 as [MemberId, MemberId]
    await api.call(tokens.member, servicesContract.create, { body: anEntry({ item: '补办' }) })
    await addTalk(api.world.db, { at: groupA1, talkee: member, talker: inA2[0] ?? '' })
    await api.world.db.updateTable('talk').set({ talkee_name: '王芳' }).execute()
    for (const crew of [[], [member]])
      await api.world.db
        .insertInto('honour')
        .values({
          id: newId(),
          class_code: 'excellent-member',
          organization_id: groupA1.id,
          awarded_by: committee.id,
          subject_key: newId(),
          member_id: crew.length === 0 ? member : null,
          subject_name: crew.length === 0 ? '王芳' : '咨询台',
          crew,
          crew_names: crew.length === 0 ? [] : ['王芳'],
          citation: '办件无差错',
          decided_on: '2026-06-30',
          document_number: '文号',
        })
        .execute()
    const totals = {
      services: await api.call(tokens.leader, servicesContract.list, { query: { q } }),
      talks: await api.call(tokens.discipline, talksContract.list, { query: { q } }),
      people: await api.call(tokens.discipline, integrityContract.people, {
        query: { q, organization: committee.id, year: 2026 },
      }),
    }
    expect(
      Object.fromEntries(Object.entries(totals).map(([list, { body }]) => [list, body.total])),
    ).toEqual({ services: hits, talks: hits, people: q === '陈' ? 1 : hits })
    const honours = await api.call(tokens.organizer, honoursContract.list, { query: { q } })
    expect(honours.body.total).toBe(2 * hits)
  },
)
