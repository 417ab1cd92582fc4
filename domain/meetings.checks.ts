import { yearOf, type Day } from './dates.ts'
import type { ProblemFields } from './errors.ts'
import type { MeetingContent, MeetingType, Roster } from './meetings.ts'
import { resolutionKindsOf, typesOf } from './meetings.rules.ts'
import { fillAttendance, tallyOf, writtenOpinions } from './meetings.verdicts.ts'
import { assessmentYearsOn, isYearly } from './rules/duties.ts'
import { votesAddUp, type VoteProblem } from './rules/quorum.ts'
import { hasTeam, type OrganizationKind } from './rules/structure.ts'

/** What typed content is held against. */
export interface MeetingFacts {
  today: Day
  organ: { kind: OrganizationKind; foundedOn: Day; closedOn: Day | null; hasCommittee: boolean }
  /** Who should attend that day. */
  roster: Roster
  /** Ids of the members of the branch, or of the leading body, that day, from whom chair and recorder come. */
  branch: ReadonlySet<string>
}

/**
 * Everything that must be corrected before a record is saved, by field; empty when it can be. A thin quorum or a failed
 * vote is no fault of the record: it is saved as it was, with its verdict.
 */
export function checkMeeting(content: MeetingContent, facts: MeetingFacts): ProblemFields {
  const heldOn = dayProblem(content.heldOn, facts)
  // Without a day there is no roster to hold anything against.
  if (heldOn) return { 'body.heldOn': heldOn }
  const types = typesProblem(content.types, facts.organ)
  // What a leading body does not hold was attended by others.
  if (types && hasTeam(facts.organ.kind)) return { 'body.types': types }
  return {
    ...only('body.types', types),
    ...checkForm(content),
    ...checkAttendance(content, facts),
    ...checkResolutions(content, facts),
  }
}

const only = (field: string, sentence: string | null): ProblemFields =>
  sentence ? { [field]: sentence } : {}

function dayProblem(heldOn: Day, { today, organ }: MeetingFacts): string | null {
  return heldOn > today ? '会议日期不能晚于今天' : lifeProblem(heldOn, organ)
}

/** Was the organ there that day? */
export function lifeProblem(
  heldOn: Day,
  organ: Pick<MeetingFacts['organ'], 'foundedOn' | 'closedOn'>,
): string | null {
  if (heldOn < organ.foundedOn) return `该组织成立于 ${organ.foundedOn}，会议日期不能更早`
  if (organ.closedOn && heldOn > organ.closedOn)
    return `该组织已于 ${organ.closedOn} 撤销，会议日期不能更晚`
  return null
}

const ofTeam = '党委、党总支只记录民主生活会，其他会议请在党支部或党小组下记录'
const foreignType: Record<OrganizationKind, string> = {
  committee: ofTeam,
  'general-branch': ofTeam,
  branch: '党小组会请在党小组下记录，民主生活会请在党委或党总支下记录',
  group: '党小组可以记录党小组会、党课、主题党日和组织生活会',
}

/**
 * Do the types fit the organ and each other? A 支委会 has its own list of people, shared only by a 组织生活会 (Art. 17); a
 * 民主生活会 is the one meeting of a 党委 or 党总支.
 */
export function typesProblem(
  types: readonly MeetingType[],
  organ: Pick<MeetingFacts['organ'], 'kind' | 'hasCommittee'>,
): string | null {
  if (new Set(types).size < types.length) return '会议类型不能重复'
  if (types.some((type) => !typesOf[organ.kind][type])) return foreignType[organ.kind]
  if (hasTeam(organ.kind))
    return organ.hasCommittee ? null : '当日没有登记班子成员，不能记录民主生活会'
  if (!types.includes('committee-meeting')) return null
  if (!organ.hasCommittee) return '当日没有登记支部委员，不能记录支部委员会会议'
  return types.some((type) => type !== 'committee-meeting' && type !== 'life-meeting')
    ? '支部委员会会议的应到人员不同，只能与组织生活会合并记录'
    : null
}

/** What can be judged without the roster. */
function checkForm(content: MeetingContent): ProblemFields {
  const { startedAt, endedAt, types, assessmentYear } = content
  const lecture = types.includes('party-lecture')
  return {
    ...only('body.endedAt', endedAt && endedAt <= startedAt ? '结束时间应晚于开始时间' : null),
    ...only('body.lecturer', lecture && !content.lecturer ? '党课请填写授课人' : null),
    ...only(
      'body.lectureMinutes',
      lecture && !content.lectureMinutes ? '党课请填写授课时长' : null,
    ),
    ...only('body.assessmentYear', yearProblem(assessmentYear, content)),
  }
}

function yearProblem(year: number | null, { types, heldOn }: MeetingContent): string | null {
  if (year === null) return null
  if (!types.some(isYearly)) return '只有组织生活会和民主评议填写年度'
  const open = assessmentYearsOn(heldOn)
  if (open.includes(year)) return null
  const held = yearOf(heldOn)
  return open.length > 1
    ? `年度只能是 ${held - 1} 或 ${held}`
    : `上一年度的会议开到 3 月 31 日为止，年度只能是 ${held}`
}

function checkAttendance(
  { attendance, chairId, recorderId }: MeetingContent,
  { roster, branch }: MeetingFacts,
): ProblemFields {
  const fields: ProblemFields = {}
  const expected = new Set<string>(roster.entries.map(({ memberId }) => memberId))
  const seen = new Set<string>()
  for (const [index, mark] of attendance.entries()) {
    const at = (key: string) => `body.attendance.${index}.${key}`
    if (!expected.has(mark.memberId)) fields[at('memberId')] = '不在当日应到名单中'
    else if (seen.has(mark.memberId)) fields[at('memberId')] = '名单中已有此人'
    if (mark.status !== 'present' && !mark.reason) fields[at('reason')] = '请填写请假或缺席的原因'
    if (mark.status === 'present' && mark.writtenOpinion)
      fields[at('writtenOpinion')] = '到会的人不再提交书面意见'
    seen.add(mark.memberId)
  }
  const missing = new Set<string>(
    attendance.filter(({ status }) => status !== 'present').map(({ memberId }) => memberId),
  )
  const person = (field: string, id: string, word: string) => {
    if (!branch.has(id))
      fields[field] =
        roster.basis === 'team' ? `${word}应是当日的班子成员` : `${word}应是当日本支部的党员`
    else if (missing.has(id)) fields[field] = `${word}不能同时记为请假或缺席`
  }
  person('body.chairId', chairId, '主持人')
  person('body.recorderId', recorderId, '记录人')
  return fields
}

function checkResolutions(
  { types, attendance, resolutions }: MeetingContent,
  { roster }: MeetingFacts,
): ProblemFields {
  const fields: ProblemFields = {}
  const kinds = resolutionKindsOf(types)
  const filled = fillAttendance(roster.entries, attendance)
  const { voters, votersPresent } = tallyOf(filled)
  const written = writtenOpinions(filled)
  for (const [index, resolution] of resolutions.entries()) {
    const at = (key: string) => `body.resolutions.${index}.${key}`
    if (!kinds.includes(resolution.kind))
      fields[at('kind')] = kinds.length === 0 ? '民主生活会不作表决' : '这类会议不能作这类表决'
    if (resolution.kind === 'development' && !resolution.subjectMemberId)
      fields[at('subjectMemberId')] = '发展党员的表决请选择表决对象，逐人表决'
    const numbers = { ...resolution, present: votersPresent, eligible: voters }
    const wrong = votesAddUp(numbers)
    if (wrong) {
      const { field, sentence } = voteProblems[wrong]
      fields[at(field)] = sentence(votersPresent, resolution.written)
    } else if (resolution.written > written) {
      fields[at('written')] = `名单中只有 ${written} 名缺席的有表决权党员记有书面意见`
    }
  }
  return fields
}

type VoteSentence = { field: string; sentence: (present: number, written: number) => string }

const voteProblems: Record<VoteProblem, VoteSentence> = {
  'not-integer': { field: 'yes', sentence: () => '票数为整数' },
  negative: { field: 'yes', sentence: () => '票数不能为负' },
  'written-not-allowed': { field: 'written', sentence: () => '只有发展党员的表决可以计入书面意见' },
  'more-present-than-eligible': {
    field: 'written',
    sentence: () => '书面意见多于缺席的有表决权党员',
  },
  'more-votes-than-cast': {
    field: 'yes',
    sentence: (present, written) =>
      `赞成、反对、弃权之和不能超过到会有表决权人数与书面意见之和（${present} + ${written}）`,
  },
}
