import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { checkMeeting } from '#domain/meetings.checks.ts'
import { branchMembers, hasCommittee as committeeOf } from '#domain/meetings.rules.ts'
import { checkIdNumber } from '#domain/rules/idNumber.ts'
import {
  isFullMember,
  relations,
  rightsOptions,
  stages,
  standings,
} from '#domain/rules/membership.ts'
import { checkName } from '#domain/rules/names.ts'
import { termLadder } from '#domain/rules/terms.ts'
import { roles } from '#domain/permissions.ts'
import { auditCounts, auditHeld } from '#tests/support/audits.ts'
import { verifySlice } from '#server/features/audit/verify.ts'
import { createSecrets } from '#server/secrets.ts'
import { testWorld, type TestWorld } from '#tests/support/world.ts'
import { accountRows, assignmentRows } from './accounts.ts'
import { keyOf } from './attendance.ts'
import { branchKeys, groupKeys, hasCommittee, planOf } from './bureau.ts'
import { demoToday } from './clock.ts'
import { demoTables } from './demo.ts'
import { idNumberOf, phoneOf } from './identity.ts'
import { people } from './people.ts'
import { postsAt, terms } from './posts.ts'
import { recordPlans } from './records.ts'
import { seedDemo } from './seedDemo.ts'
import { spanNow } from './spans.ts'
import { cases, missed } from './trouble.ts'

const records = recordPlans()
const ofKey = new Map(records.map((record) => [record.plan.key, record]))

describe('the people of the demo bureau', () => {
  it('are 218, on every value of every axis of status', () => {
    expect(people).toHaveLength(218)
    const now = people.map(({ key }) => spanNow(key))
    expect(new Set(now.map(({ stage }) => stage))).toEqual(new Set(stages))
    expect(new Set(now.map(({ standing }) => standing))).toEqual(new Set(standings))
    expect(new Set(now.map(({ rights }) => rights))).toEqual(new Set(rightsOptions))
    expect(new Set(now.map(({ relation }) => relation))).toEqual(new Set(relations))
    expect(now.some(({ mobile }) => mobile)).toBe(true)
    expect(now.some(({ lost }) => lost)).toBe(true)
  })

  it('have names that are names, with the hard ones among them', () => {
    for (const { name } of people)
      expect(checkName(name), `${name} is a name`).toEqual({ ok: true, name })
    const names = people.map(({ name }) => name)
    for (const part of [
      '𬭎',
      '㛃',
      '䶮',
      '𠮷',
      '欧阳',
      '尉迟',
      '上官',
      '阿卜杜拉·买买提',
      '单',
      '仇',
      '查',
      '曾',
      '覃',
      '解',
      '区',
    ])
      expect(
        names.some((name) => name.includes(part)),
        `somebody is called ${part}`,
      ).toBe(true)
    expect(new Set(names).size).toBe(names.length - 1)
  })

  it('have different numbers, right by their check character, that nobody was ever given', () => {
    const numbers = people.map(({ index, birth, sex }) => idNumberOf(index, birth, sex))
    expect(new Set(numbers).size).toBe(people.length)
    people.forEach(({ birth, sex }, index) => {
      expect(checkIdNumber(numbers[index] ?? '', demoToday)).toMatchObject({ ok: true, birth, sex })
      expect(numbers[index]).toMatch(/^1399/)
    })
    expect(new Set(people.map(({ index }) => phoneOf(index))).size).toBe(people.length)
    for (const { index } of people) expect(phoneOf(index)).toMatch(/^124\d{8}$/)
  })

  it('came of age before they applied, and joined after that', () => {
    for (const { name, birth, applied, joined, full } of people) {
      expect(applied > addDays(birth, 18 * 365), `days of ${name}`).toBe(true)
      expect(
        (joined ?? demoToday) > applied && (full ?? '9999') > (joined ?? demoToday),
        `days of ${name}`,
      ).toBe(true)
    }
  })
})

describe('the organizations', () => {
  it('are nine branches and 24 groups; a committee stands where seven full members are, and only there', () => {
    expect(branchKeys).toHaveLength(9)
    expect(groupKeys).toHaveLength(24)
    const small = branchKeys.filter((branch) => {
      const full = people.filter(
        ({ key, branch: own }) => own === branch && isFullMember(spanNow(key)),
      )
      const officers = postsAt(branch, demoToday).filter(({ post }) => post.endsWith('officer'))
      expect(officers.length > 0, `officers of ${branch}`).toBe(hasCommittee(branch))
      expect(full.length >= 7, `${branch}: ${full.length}`).toBe(hasCommittee(branch))
      return full.length < 7
    })
    expect(small).toEqual(['social', 'tech'])
    expect(branchKeys.filter((key) => planOf(key).branchKind === 'retired')).toEqual(['retired'])
  })

  it('have one term near its end, one overdue and one extended by document', () => {
    const stages = terms
      .filter(({ endedOn }) => endedOn === null)
      .map(({ key, startedOn, extendedTo, extensionDocument }) => {
        const years = key === 'committee' ? 5 : 3
        const extension = extendedTo
          ? { until: extendedTo, documentNumber: extensionDocument ?? '' }
          : null
        return [key, termLadder({ startedOn, years, extension }, demoToday).stage]
      })
    expect(Object.fromEntries(stages)).toMatchObject({
      office: 'd60',
      invest: 'overdue',
      works: 'd180',
      hall1: 'calm',
    })
  })

  it('have an account for every role, some people several roles, and nobody two of the separated ones', () => {
    const held = assignmentRows()
    expect(new Set(held.map(({ role }) => role))).toEqual(new Set(roles))
    const logins = accountRows().map(({ login }) => login)
    expect(new Set(logins).size).toBe(logins.length)
    for (const login of logins) expect(login).toMatch(/^[a-z0-9]{2,40}$/)
    const administrators = accountRows().filter(({ member_id }) => member_id === null)
    expect(administrators).toHaveLength(3)
    for (const { id } of administrators)
      expect(held.filter(({ account_id }) => account_id === id)).toHaveLength(1)
  })
})

describe('the meetings', () => {
  it('could have been entered by hand: the form refuses none of them', () => {
    for (const { plan, content, sitting, branch } of records) {
      const { kind, foundedOn } = planOf(plan.organization)
      const problems = checkMeeting(content, {
        today: demoToday,
        organ: { kind, foundedOn, closedOn: null, hasCommittee: committeeOf(sitting.people, kind) },
        roster: sitting.roster,
        branch: new Set(branchMembers(sitting.people).map(({ memberId }) => memberId)),
      })
      expect(problems, `${plan.key} of ${branch}`).toEqual({})
    }
  })

  it('say something different each', () => {
    const minutes = records.map(({ content }) => content.minutes)
    expect(new Set(minutes).size).toBe(minutes.length)
    for (const { content } of records)
      expect(JSON.stringify(content), `text of ${content.title}`).not.toMatch(
        /[{]\w+[}]|undefined|NaN/,
      )
  })

  it('hold every trouble that was planned', () => {
    for (const key of missed) expect(ofKey.has(key), `${key} was missed`).toBe(false)
    for (const [key, planned] of Object.entries(cases)) {
      const record = ofKey.get(key)
      expect(record, `${key} is there`).toBeDefined()
      expect(record?.status, `status of ${key}`).toBe(planned.status ?? record?.status)
      expect(record?.enteredLate, `entry of ${key}`).toBe((planned.enteredAfter ?? 0) > 7)
    }
    const verdict = (key: string) => ofKey.get(key)?.judged.verdict
    expect(verdict('hall2/general-meeting/2025-Q4')).toBe('unmet')
    expect(verdict('hall1/committee-meeting/2026-07')).toBe('unmet')
    expect(verdict('works/general-meeting/2026-Q2')).toBe('unmet')
    expect(records.filter(({ judged }) => judged.verdict !== 'met')).toHaveLength(3)
    expect(new Set(records.map(({ status }) => status))).toEqual(
      new Set(['draft', 'submitted', 'signed', 'archived']),
    )
    expect(records.some(({ plan }) => plan.returnReason)).toBe(true)
  })

  it('pass what the roster says was passed: whoever was accepted had the votes', () => {
    const votes = records.flatMap(({ judged }) =>
      judged.resolutions.filter(({ kind }) => kind === 'development'),
    )
    expect(votes).toHaveLength(16)
    expect(votes.some(({ written }) => written > 0)).toBe(true)
    const failed = votes.filter(({ verdicts }) => verdicts.some(({ status }) => status === 'unmet'))
    expect(failed.map(({ subjectMemberId }) => keyOf(subjectMemberId ?? ''))).toEqual(['works+1'])
    const elections = records.flatMap(({ judged }) =>
      judged.resolutions.filter(({ kind }) => kind === 'election'),
    )
    expect(elections.length).toBeGreaterThan(8)
  })
})

describe('the seeded store', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await testWorld()
    await seedDemo(world.db, world)
  }, 120_000)

  const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
    (await query.execute(world.db)).rows
  const none = async (query: ReturnType<typeof sql>) =>
    expect((await query.execute(world.db)).rows).toEqual([])

  it('is the same each time, but for the cipher texts', async () => {
    const again = await createSecrets(new Uint8Array(32).fill(7))
    const plain = (tables: unknown) =>
      JSON.stringify(tables, (name, value: unknown) =>
        name.endsWith('_cipher') ? undefined : value,
      )
    expect(plain(await demoTables(again))).toBe(plain(await demoTables(world.secrets)))
  })

  it('keeps numbers that equal the rows they are counted from', async () => {
    await none(sql`
      select m.title from meeting m join (
        select meeting_id, count(*)::int as expected, (count(*) filter (where status = 'present'))::int as present,
          (count(*) filter (where status = 'leave'))::int as on_leave, (count(*) filter (where status = 'absent'))::int as absent,
          (count(*) filter (where has_vote))::int as voters, (count(*) filter (where has_vote and status = 'present'))::int as voters_present
        from attendance group by meeting_id) a on a.meeting_id = m.id
      where (m.expected, m.present, m.on_leave, m.absent, m.voters, m.voters_present)
        is distinct from (a.expected, a.present, a.on_leave, a.absent, a.voters, a.voters_present)`)
    expect(await auditCounts(world.db)).toEqual([])
    expect(await auditHeld(world.db)).toEqual([])
  })

  it('announces meetings that only those who are called have answered, of every state but recorded', async () => {
    await none(sql`
      select n.member_id from announcement_answer n join announcement a on a.id = n.announcement_id
      where not is_called(a.organization_id, a.held_on, a.types, n.member_id)`)
    const [told] = await rows(sql<Record<string, number>>`
      select count(distinct a.id)::int as announced, count(distinct a.id) filter (where call_off_reason is not null)::int as off,
        count(distinct a.id) filter (where held_on = ${demoToday}::date)::int as today,
        count(*) filter (where answer = 'leave')::int as leave, count(*) filter (where answer = 'attend')::int as attend
      from announcement a left join announcement_answer n on n.announcement_id = a.id`)
    expect(told).toMatchObject({ announced: 4, off: 1, today: 1 })
    expect(Math.min(told?.leave ?? 0, told?.attend ?? 0)).toBeGreaterThan(1)
  })

  it('has a past without gaps or overlaps, that ends in the present', async () => {
    await none(sql`
      select m.name from member m left join member_state s on s.member_id = m.id and s.valid_to is null
      where (s.organization_id, s.stage, s.standing, s.rights, s.relation, s.mobile, s.lost, case when s.relation <> 'registered' then s.letter_valid_until end, s.probation_until)
        is distinct from (m.organization_id, m.stage, m.standing, m.rights, m.relation, m.mobile, m.lost, m.letter_until, m.probation_until)`)
    await none(sql`
      select s.id from member_state s where s.valid_to is not null and not exists (
        select 1 from member_state n where n.member_id = s.member_id and n.valid_from = s.valid_to + 1)`)
    await none(sql`
      select o.name from organization o left join organization_history h on h.organization_id = o.id and h.valid_to is null
      where (h.name, h.parent_id) is distinct from (o.name, o.parent_id)`)
    expect(
      await rows(sql`select 1 from organization_history where valid_to is not null`),
    ).toHaveLength(2)
  })

  it('owes make-ups of all three states, and its audit log can be sealed', async () => {
    const states = await rows(sql<{ state: string }>`
      select distinct case when done_on is not null then 'done' when due_on < ${demoToday}::date then 'overdue' else 'open' end as state from makeup order by 1`)
    expect(states.map(({ state }) => state)).toEqual(['done', 'open', 'overdue'])
    expect(await verifySlice(world.db, { after: 0 }, 100_000)).toMatchObject({
      ok: true,
      done: true,
    })
  })

  it('reads its cipher texts with the installation’s own key', async () => {
    const member = await world.db
      .selectFrom('member')
      .selectAll()
      .where('name', '=', '欧阳文澜')
      .executeTakeFirstOrThrow()
    const person = people.find(({ name }) => name === member.name)
    if (!person || !member.id_cipher) throw new Error('not seeded')
    const number = idNumberOf(person.index, person.birth, person.sex)
    expect(await world.secrets.decrypt(member.id_cipher)).toBe(number)
    expect(member.id_mac).toBe(await world.secrets.mac(number))
  })
})
