import type { AnnouncementRow } from '#domain/announcements.ts'
import { addDays } from '#domain/dates.ts'
import { daysToAcknowledge } from '#domain/integrity.rules.ts'
import type { TalkRow } from '#domain/integrity.ts'
import type { Responsibility } from '#domain/responsibilities.ts'
import type { Makeup } from '#domain/makeups.ts'
import type { ServiceRow } from '#domain/services.ts'
import type { Text } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import type { Todo, Words } from './todoRows.ts'

type Call = Pick<
  AnnouncementRow,
  'heldOn' | 'startedAt' | 'place' | 'state' | 'movedFrom' | 'callOffReason'
>

/** What whoever knew an earlier notice must know now, with the reason; null where it stands as it was announced. */
export function changeOf(t: Text['workbench'], call: Call): string | null {
  if (call.callOffReason !== null) return t.calledOff(call.callOffReason)
  const { movedFrom: before } = call
  if (before === null || call.state !== 'open') return null
  const moves = [
    before.heldOn !== call.heldOn || before.startedAt !== call.startedAt
      ? t.movedTime(t.time(before.heldOn, before.startedAt), t.time(call.heldOn, call.startedAt))
      : null,
    before.place !== call.place ? t.movedPlace(before.place, call.place) : null,
  ]
  return t.moved(moves.filter((one) => one !== null).join(t.and), before.reason)
}

/** An announced meeting that calls the member: to be answered, or to be known of since it was called off or moved. */
export const callTodo =
  ({ workbench: t }: Pick<Text, 'workbench'>, group: 'answers' | 'changes') =>
  (call: AnnouncementRow): Todo => {
    const to = paths.announcement(call.id)
    const change = changeOf(t, call)
    return {
      key: call.id,
      what: call.title,
      to,
      note: change ?? call.organizationName,
      when: t.onDay(call.heldOn, call.startedAt),
      tone: change === null ? 'neutral' : 'warning',
      action: { label: group === 'answers' ? t.answer1 : t.look1, to },
    }
  }

/** A record that the person talked to has to confirm. Neither which kind of talk nor why: others may see the screen. */
export const talkTodo =
  ({ workbench: t }: Pick<Text, 'workbench'>, today: string) =>
  ({ id, heldOn, talkerName }: TalkRow): Todo => {
    const to = paths.integrity({ view: 'talks', awaiting: 'true', open: id })
    const dueOn = addDays(heldOn, daysToAcknowledge)
    return {
      key: id,
      what: t.talk(heldOn),
      to,
      note: t.talker(talkerName),
      when: t.dueOn(dueOn),
      tone: dueOn < today ? 'danger' : 'neutral',
      action: { label: t.talk1, to },
    }
  }

/** A make-up study that the member owes; the branch confirms it. */
export const ownMakeupTodo =
  ({ workbench: t }: Pick<Text, 'workbench'>) =>
  ({ id, meetingId, meetingTitle, state, dueOn }: Makeup): Todo => ({
    key: id,
    what: meetingTitle,
    to: paths.meeting(meetingId),
    note: t.member.makeupStates[state],
    when: t.dueOn(dueOn),
    tone: state === 'overdue' ? 'danger' : 'neutral',
    action: { label: t.look1, to: paths.meeting(meetingId) },
  })

/** An item of the 责任清单 that the member answers for; its organization checks what is handed in. */
export const ownResponsibilityTodo =
  ({ workbench: t }: Pick<Text, 'workbench'>) =>
  ({ id, title, organizationName, state, dueOn, returnReason }: Responsibility): Todo => {
    const to = paths.integrity({ view: 'own', due: 'true' })
    return {
      key: id,
      what: title,
      to,
      note: returnReason === null ? organizationName : t.sentBack(returnReason),
      when: t.dueOn(dueOn),
      tone: state === 'overdue' ? 'danger' : 'warning',
      action: { label: t.report1, to },
    }
  }

/** A record of the member's own that came back, or whose appeal was decided: whose it is need not be said. */
export const ownServiceTodo =
  ({ workbench: t, services }: Words, group: 'returned' | 'answered') =>
  ({ id, kind, visits, item, state, servedOn }: ServiceRow): Todo => {
    const list = group === 'returned' ? { states: group } : { answered: 'true' }
    const to = paths.services({ ...list, any: 'true', open: id })
    return {
      key: id,
      what: `${services.kinds[kind]} ${services.person(`${visits}`)}`,
      to,
      note: item,
      when: group === 'answered' ? (t.answers[state] ?? servedOn) : servedOn,
      tone: state === 'confirmed' ? 'success' : 'warning',
      action: { label: state === 'returned' ? t.service2 : t.look1, to },
    }
  }
