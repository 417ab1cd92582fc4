import type { z } from 'zod'
import type { announcementRow } from '#domain/announcements.ts'
import type { dueItem, Duty } from '#domain/duties.ts'
import { said, type Language } from '#domain/errors.ts'
import type { IcsEvent } from '#domain/ics.ts'
import type { educationFollowUp } from '#domain/integrity.ts'
import type { responsibility } from '#domain/responsibilities.ts'
import type { makeup } from '#domain/makeups.ts'
import type { meetingRow, MeetingStatus } from '#domain/meetings.ts'
import type { StudyKind, studyRow } from '#domain/studies.ts'

type Row<T extends z.ZodType> = z.input<T>

const duties: Record<Duty, string> = {
  'general-meeting': '支部党员大会',
  'committee-meeting': '支委会',
  'group-meeting': '党小组会',
  'party-lecture': '党课',
  'theme-day': '主题党日',
  'life-meeting': '组织生活会',
  review: '民主评议党员',
  'democratic-life': '民主生活会',
}
const studies: Record<StudyKind, string> = {
  lecture: '授课',
  competition: '竞赛',
  reading: '读书',
  training: '培训',
}
const statuses: Record<MeetingStatus, string> = {
  draft: '草稿',
  submitted: '待审签',
  signed: '已审签',
  archived: '已归档',
}

const uid = (...parts: readonly string[]): string => `${parts.join('-')}@six-chains`

/** Rows of the lists as entries of a calendar, in the language of who subscribed. */
export function entriesIn(language: Language) {
  const say = (word: string) => said(word, language)
  const told = (word: string, what: string) =>
    `${say(word)}${language === 'en' ? ': ' : '：'}${what}`
  const task = (word: string, isLate: boolean, what: string) =>
    told(isLate ? `${word}（已逾期）` : word, what)
  const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
  const named = (types: readonly Duty[]) =>
    types.map((type) => say(duties[type])).join(language === 'en' ? ', ' : '、')
  return {
    /** At the last day of the period. */
    duty: (row: Row<typeof dueItem>): IcsEvent => ({
      uid: uid('duty', row.organizationId, row.duty, row.period),
      summary: task(
        row.state === 'awaiting-signature' ? '待审签' : '应开',
        row.state === 'missing',
        `${row.organizationName} ${say(duties[row.duty])}`,
      ),
      description: joined(
        row.branchName === row.organizationName ? null : row.branchName,
        row.period,
      ),
      day: row.dueBy,
      sequence: null,
    }),
    meeting: (row: Row<typeof meetingRow>): IcsEvent => ({
      uid: uid('meeting', row.id),
      summary: row.title,
      location: row.place,
      description: joined(row.organizationName, named(row.types), say(statuses[row.status])),
      day: row.heldOn,
      from: row.startedAt,
      to: row.endedAt,
      sequence: row.version - 1,
      ...((row.status === 'draft' || row.status === 'submitted') && { status: 'tentative' }),
    }),
    /** Until it is recorded; then the record stands in its place. Calling off raised its version, and so the sequence. */
    announcement: (row: Row<typeof announcementRow>): IcsEvent => ({
      uid: uid('announcement', row.id),
      summary: told(row.state === 'called-off' ? '会议已取消' : '会议通知', row.title),
      location: row.place,
      description: joined(row.organizationName, named(row.types), row.callOffReason),
      day: row.heldOn,
      from: row.startedAt,
      sequence: row.version - 1,
      status: row.state === 'called-off' ? 'cancelled' : 'tentative',
    }),
    study: (row: Row<typeof studyRow>): IcsEvent => ({
      uid: uid('study', row.id),
      summary: told(studies[row.kind], row.topic),
      location: row.place,
      description: joined(row.organizationName, row.series, row.lecturer),
      day: row.heldOn,
      lastDay: row.endsOn,
      sequence: row.version - 1,
      status: 'tentative',
    }),
    makeup: (row: Row<typeof makeup>): IcsEvent => ({
      uid: uid('makeup', row.id),
      summary: task('补学', row.state === 'overdue', row.meetingTitle),
      description: joined(row.organizationName, row.heldOn),
      day: row.dueOn,
      sequence: null,
    }),
    responsibility: (row: Row<typeof responsibility>): IcsEvent => ({
      uid: uid('responsibility', row.id),
      summary: task('责任清单', row.state === 'overdue', row.title),
      description: row.organizationName,
      day: row.dueOn,
      sequence: null,
    }),
    measure: (row: Row<typeof educationFollowUp>): IcsEvent => ({
      uid: uid('measure', row.id),
      summary: task('警示教育后续', row.state === 'overdue', row.what),
      description: joined(row.placeName, row.educationTitle),
      day: row.dueOn,
      sequence: null,
    }),
  }
}
