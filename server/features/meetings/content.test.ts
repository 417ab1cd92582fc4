import { describe, expect, it } from 'vitest'
import { newId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { meetings } from '#server/features/meetings/handlers.ts'
import { useApi } from '#tests/support/api.ts'
import { addOrganization, smallBureau } from '#tests/support/bureau.ts'
import { aMeeting, firstOf } from '#tests/support/meetings.ts'

const api = useApi(meetings)

const development = { title: '接收', kind: 'development', yes: 9, no: 0, abstain: 0 } as const

type Body = ReturnType<typeof aMeeting>

describe('what the database knows', () => {
  it('refuses a day after the organ was closed', async () => {
    const bureau = await smallBureau(api.world.db)
    await api.world.db
      .updateTable('organization')
      .set({ closed_on: '2026-11-19' })
      .where('id', '=', bureau.branchB.id)
      .execute()
    const body = aMeeting(bureau.branchB, firstOf(bureau.inB))
    const at = (heldOn: string) =>
      api.call(bureau.tokens.organizer, meetingsContract.create, { body: { ...body, heldOn } })
    expect((await at('2026-11-20')).problem.fields).toHaveProperty(['body.heldOn'])
    expect((await at('2026-11-19')).status).toBe(200)
  })

  it('refuses the same meeting under another key, at its hour', async () => {
    const { branchB, inB, tokens } = await smallBureau(api.world.db)
    const body = aMeeting(branchB, firstOf(inB), { advance: 'submit' })
    const save = (over: Partial<Body>) =>
      api.call(tokens.organizer, meetingsContract.create, { body: { ...body, ...over } })
    const first = (await save({})).body
    expect((await save({ title: '另起一名' })).problem.fields).toEqual({
      'body.startedAt': expect.stringContaining('《十一月支部党员大会》'),
    })
    expect((await save({ startedAt: '14:00' })).status).toBe(200)
    expect((await save({ types: ['theme-day'] })).status).toBe(200)
    const returned = await api.call(tokens.organizer, meetingsContract.sendBack, {
      params: { id: first.id },
      version: first.version,
      body: { reason: '重复' },
    })
    expect((await save({})).status).toBe(200)
    const again = { params: { id: first.id }, version: returned.body.version }
    expect(
      (await api.call(tokens.organizer, meetingsContract.submit, again)).problem.fields,
    ).toHaveProperty(['body.startedAt'])
  })
})

describe('what may be written', () => {
  it('rare characters, emoji, middle dots, quotes', async () => {
    const { branchB, inB, tokens } = await smallBureau(api.world.db)
    const rare = "𬭎𠮷㛃 阿卜杜拉·买买提 👍🏽\n“原话” \\ ' ; --"
    const body = aMeeting(branchB, firstOf(inB), {
      minutes: rare,
      agenda: ['𠮷野家', '一、学习'],
      speeches: [{ speaker: '𬭎', text: rare, dissent: true }],
      guests: [{ name: '㛃', capacity: '列席' }],
    })
    const saved = (await api.call(tokens.organizer, meetingsContract.create, { body })).body
    expect(saved).toMatchObject({
      minutes: rare,
      speeches: [{ text: rare }],
      guests: [{ name: '㛃' }],
    })
    expect(saved.agenda[0]).toBe('𠮷野家')
    expect(api.world.logged).toEqual([])
  })

  it('foreign and nonexistent ids get one answer, byte for byte, wherever they stand', async () => {
    const { branchA, branchB, inA2, inB, tokens } = await smallBureau(api.world.db)
    const other = await addOrganization(api.world.db, { kind: 'branch', name: '丙支部' })
    const foreign = await api.call(tokens.organizer, meetingsContract.create, {
      body: aMeeting(branchB, firstOf(inB)),
    })
    const secretary = tokens['branch-secretary']
    const body = aMeeting(branchA, firstOf(inA2))
    const create = (over: object) =>
      api.call(secretary, meetingsContract.create, { body: { ...body, ...over } })
    const nothing = newId() as never
    const answers = [
      await api.call(secretary, meetingsContract.show, { params: { id: foreign.body.id } }),
      await api.call(secretary, meetingsContract.show, { params: { id: nothing } }),
      await api.call(secretary, meetingsContract.show, { params: { id: 'no id' } }),
      await create({ organizationId: branchB.id }),
      await create({ organizationId: other.id }),
      await create({ chairId: firstOf(inB) }),
      await create({ chairId: nothing }),
      await create({ attendance: [{ memberId: firstOf(inB), status: 'present' }] }),
      await create({ resolutions: [{ ...development, subjectMemberId: nothing }] }),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect(new Set(answers.map(({ problem }) => JSON.stringify(problem))).size).toBe(1)
  })
})
