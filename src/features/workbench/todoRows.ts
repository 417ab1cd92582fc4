import type { AnnouncementRow } from '#domain/announcements.ts'
import type { DueItem } from '#domain/duties.ts'
import { addDays, daysBetween } from '#domain/dates.ts'
import { daysToAcknowledge } from '#domain/integrity.rules.ts'
import type { EducationFollowUp, FollowUpRow, TalkRow } from '#domain/integrity.ts'
import type { Responsibility } from '#domain/responsibilities.ts'
import type { Makeup } from '#domain/makeups.ts'
import type { MeetingRow } from '#domain/meetings.ts'
import type { MemberRow } from '#domain/members.ts'
import type { OrganizationHit } from '#domain/organizations.ts'
import { isOverdue } from '#domain/rules/membership.ts'
import type { StudyRow } from '#domain/studies.ts'
import type { ServiceRow } from '#domain/services.ts'
import type { Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import type { Tone } from '#ui/Tags.tsx'

/** One thing to do: what it is, how urgent, and where it is done. */
export interface Todo {
  key: string
  what: string
  /** Where it can be looked at. */
  to: string
  note: string
  when: string
  tone: Tone
  action: Act
  /** What can be done before it. */
  before?: Act
}

interface Act {
  label: string
  to: string
}

export type Words = Pick<Text, 'workbench' | 'duties' | 'honours' | 'services'>
export type TermDue = OrganizationHit & { endsOn: string; stage: string; daysLeft: number }

/** 2026-Q1 → 2026年第一季度. */
export function periodName(key: string, t: Text['duties']): string {
  const year = Number(key.slice(0, 4))
  const rest = key.slice(5)
  if (!rest) return t.year(year)
  if (rest.startsWith('Q')) return t.quarter(year, Number(rest.slice(1)))
  if (rest.startsWith('H')) return t.half(year, Number(rest.slice(1)))
  return t.month(year, Number(rest))
}

/** The closer, the louder; what is over is loudest. */
const toneOf = (daysLeft: number): Tone =>
  daysLeft < 0 ? 'danger' : daysLeft <= 7 ? 'warning' : 'neutral'

export const dueTodo =
  ({ workbench: t, duties }: Words) =>
  (item: DueItem): Todo => {
    const { organizationId, organizationName, branchName, duty, period, dueBy, daysLeft, state } =
      item
    const { mayRecord } = item
    const cell = paths.duties({
      duty,
      year: Number(period.slice(0, 4)),
      open: `${organizationId}~${period}`,
    })
    const waiting = state === 'awaiting-signature'
    return {
      key: `${organizationId} ${duty} ${period}`,
      what: `${organizationName} ${duties.names[duty]}`,
      to: cell,
      // A group's branch last: it may end in an ellipsis.
      note: [
        periodName(period, duties),
        waiting ? t.awaiting : t.dueOn(dueBy),
        branchName === organizationName ? null : branchName,
      ]
        .filter(Boolean)
        .join(' · '),
      when: t.left(daysLeft),
      tone: toneOf(daysLeft),
      action:
        waiting || !mayRecord
          ? { label: t.look1, to: cell }
          : {
              label: t.record1,
              to: paths.newMeeting({ organization: organizationId, type: duty, period }),
            },
      // What was missed is not held any more: another meeting counts for its own period.
      ...(state === 'due' &&
        mayRecord && {
          before: {
            label: t.announce1,
            to: paths.announce({ organ: organizationId, type: duty }),
          },
        }),
    }
  }

export const meetingTodo =
  ({ workbench: t }: Words) =>
  (meeting: MeetingRow): Todo => ({
    key: meeting.id,
    what: meeting.title,
    to: paths.meeting(meeting.id),
    note: [meeting.organizationName, meeting.returnReason && t.draftAgain(meeting.returnReason)]
      .filter(Boolean)
      .join(' · '),
    when: t.heldOn(meeting.heldOn),
    tone: meeting.returnReason === null ? 'neutral' : 'warning',
    action:
      meeting.status === 'draft'
        ? { label: t.edit1, to: paths.editMeeting(meeting.id) }
        : { label: t.sign1, to: paths.meeting(meeting.id) },
  })

/** An announced meeting of the organ, to be recorded. */
export const announcedTodo =
  ({ workbench: t }: Words) =>
  ({ id, title, organizationName, heldOn, startedAt }: AnnouncementRow): Todo => ({
    key: id,
    what: title,
    to: paths.announcement(id),
    note: organizationName,
    when: t.onDay(heldOn, startedAt),
    tone: 'neutral',
    action: { label: t.announced1, to: paths.newMeeting({ announcement: id }) },
  })

export const makeupTodo =
  ({ workbench: t }: Words) =>
  (makeup: Makeup): Todo => ({
    key: makeup.id,
    what: t.who(makeup.memberName, makeup.organizationName),
    to: paths.meeting(makeup.meetingId),
    note: makeup.meetingTitle,
    when: t.dueOn(makeup.dueOn),
    tone: makeup.state === 'overdue' ? 'danger' : 'neutral',
    action: { label: t.makeup1, to: paths.makeups() },
  })

export const studyTodo =
  ({ workbench: t }: Words) =>
  (study: StudyRow): Todo => ({
    key: study.id,
    what: study.topic,
    to: paths.study(study.id),
    note: study.organizationName,
    when: t.studyOn(study.heldOn),
    tone: 'neutral',
    action: {
      label: study.status === 'planned' ? t.study1 : t.studyClose1,
      to: paths.study(study.id),
    },
  })

/** A record that somebody else has not confirmed in time; as of an own one, nothing of what it was about. */
export const unconfirmedTodo =
  ({ workbench: t }: Words) =>
  ({ id, heldOn, talkeeName, organizationName }: TalkRow): Todo => {
    const to = paths.integrity({ view: 'talks', unconfirmed: 'late', sort: 'heldOn', open: id })
    return {
      key: id,
      what: t.talk(heldOn),
      to,
      note: t.who(talkeeName, organizationName),
      when: t.dueOn(addDays(heldOn, daysToAcknowledge)),
      tone: 'danger',
      action: { label: t.look1, to },
    }
  }

export const followUpTodo =
  ({ workbench: t }: Words) =>
  (followUp: FollowUpRow): Todo => {
    const to = paths.integrity({ view: 'talks', open: followUp.talkId })
    return {
      key: followUp.id,
      what: followUp.what,
      to,
      note: t.who(followUp.talkeeName, followUp.organizationName),
      when: t.dueOn(followUp.dueOn),
      tone: followUp.state === 'overdue' ? 'danger' : 'neutral',
      action: { label: t.look1, to },
    }
  }

export const measureTodo =
  ({ workbench: t }: Words) =>
  (measure: EducationFollowUp): Todo => {
    const to = paths.integrity({ view: 'measures' })
    return {
      key: measure.id,
      what: measure.what,
      to,
      note: t.who(measure.placeName, measure.educationTitle),
      when: t.dueOn(measure.dueOn),
      tone: measure.state === 'overdue' ? 'danger' : 'neutral',
      action: { label: t.check1, to },
    }
  }

export const responsibilityTodo =
  ({ workbench: t }: Words) =>
  (item: Responsibility): Todo => {
    const to = paths.integrity({ view: 'responsibilities', due: 'true', any: 'true' })
    return {
      key: item.id,
      what: item.title,
      to,
      note: t.who(item.ownerName, item.organizationName),
      when: t.dueOn(item.dueOn),
      tone: item.state === 'overdue' ? 'danger' : 'warning',
      action: { label: item.state === 'reported' ? t.verify1 : t.check1, to },
    }
  }

export const termTodo =
  ({ workbench: t }: Words) =>
  (term: TermDue): Todo => ({
    key: term.id,
    what: term.name,
    to: paths.organizations({ node: term.id }),
    note: t.termEnds(term.endsOn),
    when: term.daysLeft < 0 ? t.termOver(-term.daysLeft) : t.termLeft(term.daysLeft),
    tone: term.daysLeft < 0 ? 'danger' : term.daysLeft <= 60 ? 'warning' : 'neutral',
    action: { label: t.term1, to: paths.organizations({ node: term.id }) },
  })

/** Who is on the way: until when the letter is valid, and where it is recorded that they were received. */
export const transferTodo =
  ({ workbench: t, members }: Pick<Text, 'workbench' | 'members'>, today: string) =>
  ({ id, name, organizationName, relation, letterUntil }: MemberRow): Todo => ({
    key: id,
    what: t.who(name, organizationName),
    to: paths.member(id),
    note: members.relations[relation],
    when:
      letterUntil === null
        ? t.noLetter
        : isOverdue(letterUntil, today)
          ? t.letterOver(daysBetween(letterUntil, today))
          : t.letterUntil(letterUntil),
    tone: isOverdue(letterUntil, today) ? 'danger' : letterUntil === null ? 'warning' : 'neutral',
    action: { label: t.transfer1, to: paths.member(id) },
  })

/** Whose probation ends: the assembly decides on it in time (细则 Art. 31). */
export const probationTodo =
  ({ workbench: t }: Pick<Text, 'workbench'>, today: string) =>
  ({ id, name, organizationName, probationEndsOn: end, probationUntil }: MemberRow): Todo => {
    const days = end === null ? 0 : daysBetween(today, end)
    return {
      key: id,
      what: t.who(name, organizationName),
      to: paths.member(id),
      note: (probationUntil === null ? t.probationTo : t.probationExtended)(end ?? ''),
      when: days < 0 ? t.termOver(-days) : t.termLeft(days),
      tone: days < 0 ? 'danger' : days <= 30 ? 'warning' : 'neutral',
      action: { label: t.transfer1, to: paths.member(id) },
    }
  }

/** Who has not been in contact for so long that the branch has to act. */
export const lostTodo =
  ({ workbench: t, members }: Pick<Text, 'workbench' | 'members'>) =>
  ({ id, name, organizationName, lostSince }: MemberRow): Todo => ({
    key: id,
    what: t.who(name, organizationName),
    to: paths.member(id),
    note: t.lostHint,
    when: lostSince === null ? members.lost : members.lostSince(lostSince),
    tone: 'warning',
    action: { label: t.transfer1, to: paths.member(id) },
  })

const serviceLabel = (t: Words['workbench']): Partial<Record<ServiceRow['state'], string>> => ({
  returned: t.service2,
  appealed: t.service3,
})

/** A service of somebody's that waits, or an own one that came back. */
export const serviceTodo =
  ({ workbench: t, services }: Words) =>
  (service: ServiceRow): Todo => {
    const { id, state, memberName, organizationName, kind, visits, servedOn } = service
    const to = paths.services({ states: state, open: id, any: 'true' })
    return {
      key: id,
      what: services.hit(memberName, servedOn, services.kinds[kind], visits),
      to,
      note: organizationName,
      when: services.states[state],
      tone: state === 'logged' ? 'neutral' : 'warning',
      action: { label: serviceLabel(t)[state] ?? t.service1, to },
    }
  }
