import { sql, type RawBuilder } from 'kysely'
import type { NewNomination } from '#domain/campaigns.ts'
import { invalid } from '#domain/errors.ts'
import type { MemberId } from '#domain/ids.ts'
import {
  branchVerdicts,
  personVerdicts,
  postVerdicts,
  type PersonFacts,
} from '#domain/rules/honours.ts'
import { unmet, type Verdict } from '#domain/rules/verdict.ts'
import { nameMatches } from '#server/db/search.ts'
import { onRoster } from '#server/db/standings.ts'
import { inSubtree, pathOf } from '#server/db/tree.ts'
import type { Door } from '#server/door.ts'
import { organizationKeys, personKeys } from '#server/text/pinyin.ts'
import type { Campaign } from './campaignRows.ts'
import { listClasses } from './classes.ts'

export type KnownPerson = PersonFacts & { memberId: MemberId; organizationName: string }

interface Question {
  campaign: Campaign
  /** The nominating branch. */
  branchId: string
  /** A nomination that does not stand in its own way. */
  except?: string | null
  /** Of one who was nominated before: the name, should the person have left the actor's reach since. */
  known?: string
}

/** What the rules need of people of a condition on `m`. */
async function peopleWhere(
  door: Door,
  { campaign, branchId, except = null }: Question,
  where: RawBuilder<unknown>,
  limit = 200,
): Promise<KnownPerson[]> {
  const branch = await pathOf(door, branchId)
  const { rows } = await sql<KnownPerson>`
    select m.id as "memberId", m.name, m.stage, m.standing, m.rights, o.name as "organizationName",
      ${inSubtree('o.path', branch)} as "inBranch",
      exists (select 1 from nomination n where n.campaign_id = ${campaign.id} and n.member_id = m.id
        and n.status <> 'withdrawn' and n.id is distinct from ${except}::uuid) as nominated,
      (select max(h.decided_on)::text from honour h where h.member_id = m.id and h.class_code = ${campaign.classCode}
        and h.revoked_on is null and (h.valid_to is null or h.valid_to >= ${door.today}::date)) as holds
    from member m join organization o on o.id = m.organization_id
    where ${where} order by m.name_sort, m.id limit ${limit}`.execute(door.db)
  return rows
}

/** So many candidates are listed; who is not among them is found by name. */
const LISTED = 60

/** People of a branch by name, or the branch itself, with what the rules say, before anything is chosen. */
export async function candidatesOf(
  door: Door,
  campaign: Campaign,
  branchId: string,
  q: string | undefined,
) {
  if (campaign.subject === 'organization') {
    const nobody = { memberId: null, postName: null, crew: [] }
    const { verdicts } = await judgeNominee(door, { campaign, branchId }, nobody)
    return { rows: [], more: false, branch: verdicts }
  }
  const branch = inSubtree('o.path', await pathOf(door, branchId))
  const matched = nameMatches('m', q) ?? sql`true`
  const people = await peopleWhere(
    door,
    { campaign, branchId },
    sql`${branch} and ${matched} and m.stage in ('full', 'probationary') and ${onRoster('m.standing')}`,
    LISTED + 1,
  )
  const asked = await askedBy(door, campaign)
  const rows = people.slice(0, LISTED).map((person) => ({
    memberId: person.memberId,
    name: person.name,
    organizationName: person.organizationName,
    verdicts:
      campaign.subject === 'member'
        ? personVerdicts(person, asked)
        : postVerdicts(person.name, [person]).filter(({ code }) => code !== 'honour.crew'),
  }))
  return { rows, more: people.length > LISTED, branch: [] }
}

async function askedBy(door: Door, { classCode }: Campaign) {
  const found = (await listClasses(door.db)).find(({ code }) => code === classCode)
  return { code: classCode, requiresFull: found?.requiresFull ?? false }
}

/** A nominee as judged today. */
export interface Judged {
  subjectKey: string
  subjectName: string
  /** For lists: pinyin as `member.name_sort` and `organization.name_pinyin` have it. */
  subjectSort: string
  crewNames: string[]
  verdicts: Verdict[]
}

type Nominee = Pick<NewNomination, 'memberId' | 'postName' | 'crew'>

/**
 * Holds a nominee against the rules, today.
 * @throws invalid where the class asks for another kind of nominee
 */
export async function judgeNominee(
  door: Door,
  question: Question,
  { memberId, postName, crew }: Nominee,
): Promise<Judged> {
  const { campaign, branchId } = question
  if (campaign.subject === 'member') {
    if (!memberId) throw invalid('body.memberId', '请选择推荐的党员')
    const [person] = await peopleWhere(door, question, sql`m.id = ${memberId}`)
    const subjectKey = `member:${memberId}`
    const { known } = question
    if (!person && known) {
      const verdicts = [unmet('honour.elsewhere', null, { name: known })]
      return { subjectKey, subjectName: known, subjectSort: '', crewNames: [], verdicts }
    }
    if (!person) throw invalid('body.memberId', '该党员不在推荐支部的名册上')
    return {
      subjectKey,
      subjectName: person.name,
      subjectSort: personKeys(person.name).sort,
      crewNames: [],
      verdicts: personVerdicts(person, await askedBy(door, campaign)),
    }
  }
  if (campaign.subject === 'post') {
    if (!postName) throw invalid('body.postName', '请填写岗位名称')
    const people = await peopleWhere(door, question, sql`m.id = any (${crew}::uuid[])`)
    const ordered = crew.flatMap((id) => people.filter((one) => one.memberId === id))
    const subjectKey = `post:${branchId}:${postName}`
    const twice = await isNominated(door, question, subjectKey)
    const verdicts = postVerdicts(postName, ordered)
    return {
      subjectKey,
      subjectName: postName,
      subjectSort: organizationKeys(postName).pinyin,
      crewNames: ordered.map(({ name }) => name),
      verdicts: twice ? [...verdicts, twice(postName)] : verdicts,
    }
  }
  const branch = await door.db
    .selectFrom('organization')
    .select(['name', 'kind', 'closed_on as closedOn'])
    .where('id', '=', branchId)
    .executeTakeFirstOrThrow()
  const subjectKey = `organization:${branchId}`
  const nominated = (await isNominated(door, question, subjectKey)) !== null
  return {
    subjectKey,
    subjectName: branch.name,
    subjectSort: organizationKeys(branch.name).pinyin,
    crewNames: [],
    verdicts: branchVerdicts({ ...branch, nominated }),
  }
}

/** Null, or the verdict that says so. */
async function isNominated(door: Door, { campaign, except = null }: Question, key: string) {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from nomination n where n.campaign_id = ${campaign.id} and n.subject_key = ${key}
      and n.status <> 'withdrawn' and n.id is distinct from ${except}::uuid) as found`.execute(
    door.db,
  )
  if (!rows[0]?.found) return null
  return (name: string): Verdict => ({
    status: 'unmet',
    code: 'honour.nominated-already',
    article: null,
    facts: { name },
  })
}
