import { addDays } from '#domain/dates.ts'
import { exemptionsContract } from '#domain/duties.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { duties } from '#domain/rules/duties.ts'
import { parametersContract } from '#domain/system.contract.ts'
import type { useApi } from './api.ts'
import { addMeeting, countedAs } from './bookedMeeting.ts'
import type { SmallBureau } from './bureau.ts'
import type { dice } from './dice.ts'

type Api = ReturnType<typeof useApi>

/** Answers the status of what was asked last. `n` makes names its own. */
type Act = (n: number) => Promise<number>

/** What the people of a bureau do that changes what is owed, kept, or who belongs where. */
export function stateActs(
  api: Api,
  bureau: SmallBureau,
  { below, pick }: ReturnType<typeof dice>,
): Act[] {
  const { tokens, committee, branchA, branchB, groupA1, groupA2 } = bureau
  const { db } = api.world
  const people = [...bureau.inA1, ...bureau.inA2, ...bureau.inB, bureau.probationary]
  const organs = [branchA, branchB, groupA1, groupA2]
  const idOf = (one: { id: string }) => one.id as OrganizationId
  const day = () => addDays('2025-01-01', below(690))
  const card = async (id: OrganizationId) =>
    (await api.call(tokens.organizer, organizationsContract.show, { params: { id } })).body
  return [
    async () => {
      const [types, on] = [[pick(duties)], day()]
      const counted = countedAs(types, on)
      const at = types.includes('democratic-life') ? committee : pick(organs)
      await addMeeting(db, { at, by: pick(people), types, on, counted })
      return 200
    },
    // A branch's 组织生活会 held group by group, some of it not signed yet.
    async () => {
      const at = pick([groupA1, groupA2])
      const status = pick(['signed', 'signed', 'submitted'] as const)
      const [types, on] = [['life-meeting' as const], day()]
      const counted = status === 'signed' ? countedAs(types, on) : []
      await addMeeting(db, { at, by: pick(people), types, on, status, counted })
      return 200
    },
    async () => {
      const id = pick(people)
      const { body } = await api.call(tokens.organizer, membersContract.show, { params: { id } })
      const change = pick([
        { organizationId: idOf(pick([...organs, committee])) },
        pick([{ standing: 'left', leaving: 'struck' }, { standing: 'normal' }] as const),
        { rights: pick(['suspended', 'normal'] as const) },
        { stage: pick(['full', 'probationary'] as const) },
      ])
      const on = addDays('2026-11-20', below(8))
      return api
        .call(tokens.organizer, membersContract.changeStatus, {
          params: { id },
          body: { on, reason: '工作需要', ...change },
          version: body.version,
        })
        .then(({ status }) => status)
    },
    async () => {
      const id = pick(people)
      const { body } = await api.call(tokens.organizer, membersContract.show, { params: { id } })
      if (!body.latestChange) return 200
      return api
        .call(tokens.organizer, membersContract.withdrawStatus, {
          params: { id },
          body: { reason: '登记有误' },
          version: body.version,
        })
        .then(({ status }) => status)
    },
    async () => {
      const from = day()
      const body = {
        organizationId: idOf(pick(organs)),
        duty: pick(duties),
        from,
        to: addDays(from, 20 + below(90)),
        reason: '全体外出培训',
        documentNumber: '机关党委〔2026〕1号',
      }
      const made = await api.call(tokens.organizer, exemptionsContract.create, { body })
      if (made.status !== 200 || below(2) === 0) return made.status
      const { id, version } = made.body
      return api
        .call(tokens.organizer, exemptionsContract.withdraw, { params: { id }, version })
        .then(({ status }) => status)
    },
    async () => {
      const made = await api.call(tokens.organizer, organizationsContract.appoint, {
        params: { id: idOf(pick([committee, branchA, branchB])) },
        body: {
          memberId: pick(people),
          post: pick(['officer', 'publicity-officer'] as const),
          startedOn: day(),
        },
      })
      if (made.status !== 200 || below(2) === 0) return made.status
      const post = made.body.posts.at(-1)
      if (!post) return 200
      return api
        .call(tokens.organizer, organizationsContract.endPost, {
          params: { id: post.id },
          body: { endedOn: '2026-11-23' },
          version: post.version,
        })
        .then(({ status }) => status)
    },
    async (n) => {
      const body = { parentId: idOf(branchB), kind: 'group' as const, name: `新组${n}` }
      const made = await api.call(tokens.organizer, organizationsContract.create, {
        body: { ...body, foundedOn: day() },
      })
      if (made.status !== 200 || below(2) === 0) return made.status
      return api
        .call(tokens.organizer, organizationsContract.close, {
          params: { id: made.body.id },
          body: { on: '2026-11-22', reason: '合并' },
          version: made.body.version,
        })
        .then(({ status }) => status)
    },
    async () => {
      const id = idOf(groupA2)
      const { version, trail } = await card(id)
      const there = trail.some((one) => one.id === branchA.id)
      return api
        .call(tokens.organizer, organizationsContract.move, {
          params: { id },
          body: { parentId: idOf(there ? branchB : branchA), on: '2026-11-23', reason: '调整' },
          version,
        })
        .then(({ status }) => status)
    },
    async (n) => {
      const made = await api.call(tokens.discipline, integrityContract.recordEducation, {
        body: {
          organizationId: idOf(pick([committee, branchA, branchB])),
          title: `警示教育${n}`,
          theme: '以案为鉴',
          heldOn: addDays('2025-06-01', below(500)),
          absentIds: [],
        },
      })
      if (made.status !== 200 || below(2) === 0) return made.status
      return api
        .call(tokens.discipline, integrityContract.withdrawEducation, {
          params: { id: made.body.id },
          body: { reason: '重复登记' },
          version: made.body.version,
        })
        .then(({ status }) => status)
    },
    async () =>
      api
        .call(tokens.organizer, parametersContract.set, {
          body: {
            key: 'lecture.frequency',
            value: pick(['month', 'quarter', 'half-year']),
            from: '2026-11-23',
            reason: '党委会议决定',
          },
        })
        .then(({ status }) => status),
  ]
}
