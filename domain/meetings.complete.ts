import { dayInShanghai, timeInShanghai } from './dates.ts'
import type { ProblemFields } from './errors.ts'
import type { MeetingInput } from './meetings.ts'

/**
 * What a 会议记录 must say before it can be signed (handbook §3.3): when it began and ended, what it was about, what was
 * said or decided; a resolution on somebody's development also that person's main performance (2026 细则 Art. 21).
 * Place, chair, recorder, who attended and why somebody did not are asked from the draft on (`meetings.checks.ts`); the
 * numbers of those who should attend and did are computed. A draft may lack all of this: it is recorded as it is.
 */
export type Missing = 'endedAt' | 'topic' | 'content' | 'performance'

export interface MissingPart {
  /** Path in the content: `agenda`, `resolutions.0.text`. */
  field: string
  what: Missing
}

type Written = Pick<
  MeetingInput,
  'types' | 'endedAt' | 'agenda' | 'minutes' | 'lecturer' | 'speeches' | 'resolutions'
>

/** A resolution's title names its topic, so that it need not be typed twice. */
export const topicsOf = ({
  agenda = [],
  resolutions = [],
}: Pick<Written, 'agenda' | 'resolutions'>): readonly string[] =>
  agenda.length > 0 ? agenda : resolutions.map(({ title }) => title)

/** In the order of the minute book; empty when the record can be submitted. */
export function missingParts(written: Written): MissingPart[] {
  const { types, endedAt, minutes, lecturer, speeches = [], resolutions = [] } = written
  const lectured = types.includes('party-lecture') && Boolean(lecturer)
  const isTold = lectured || Boolean(minutes) || speeches.length > 0 || resolutions.length > 0
  const parts: MissingPart[] = []
  if (!endedAt) parts.push({ field: 'endedAt', what: 'endedAt' })
  if (topicsOf(written).length === 0) parts.push({ field: 'agenda', what: 'topic' })
  if (!isTold) parts.push({ field: 'minutes', what: 'content' })
  for (const [index, { kind, text }] of resolutions.entries())
    if (kind === 'development' && !text)
      parts.push({ field: `resolutions.${index}.text`, what: 'performance' })
  return parts
}

const sentences: Record<Missing, string> = {
  endedAt: '提交前请填写结束时间，会议记录应写明起止时间',
  topic: '提交前请写明议题；有决议的，以决议为议题',
  content: '提交前请记下会议内容：讨论情况、发言或决议',
  performance:
    '发展党员的决议应写明本人的主要表现（《中国共产党发展党员工作细则（2026年修订）》第二十一条）',
}

/** The same as problems of the input, for the server's answer. */
export const incomplete = (written: Written): ProblemFields =>
  Object.fromEntries(
    missingParts(written).map(({ field, what }) => [`body.${field}`, sentences[what]]),
  )

/** A meeting of later today is no record yet: it can be written as a draft, and submitted once it has begun. */
export const notBegun = (
  { heldOn, startedAt }: Pick<MeetingInput, 'heldOn' | 'startedAt'>,
  now: Date,
): ProblemFields =>
  heldOn === dayInShanghai(now) && startedAt > timeInShanghai(now)
    ? { 'body.startedAt': '会议还没有开始，请先存为草稿，开始之后再提交' }
    : {}
