import { sql } from 'kysely'
import { addDays, type Day } from '#domain/dates.ts'
import type { Language } from '#domain/errors.ts'
import type { MemberEvent } from '#domain/memberBook.ts'
import type { MemberDetail, MemberRow, MemberStatus } from '#domain/members.ts'
import { isGone, isInTransit, isOverdue } from '#domain/rules/membership.ts'
import type { Door } from '#server/door.ts'
import { event } from './event.ts'
import { words } from './words.ts'

type StateRow = MemberStatus &
  Pick<MemberRow, 'leaving'> & {
    on: Day
    validTo: Day | null
    organizationName: string
    organizationId: string
    reason: string | null
    letter: string | null
    other: string | null
    issuedOn: string | null
    validUntil: string | null
    receiptOn: string | null
    probationUntil: string | null
  }

async function readStates(door: Door, memberId: string): Promise<StateRow[]> {
  const { rows } = await sql<StateRow>`
    select s.valid_from as on, s.valid_to as "validTo", s.organization_id as "organizationId", o.name as "organizationName", s.reason,
      s.stage, s.standing, s.leaving, s.rights, s.relation, s.mobile, s.lost, s.letter_number as letter, s.letter_other as other,
      s.letter_issued_on as "issuedOn", s.letter_valid_until as "validUntil", s.receipt_on as "receiptOn",
      s.probation_until as "probationUntil"
    from member_state s join organization o on o.id = s.organization_id
    where s.member_id = ${memberId} order by s.valid_from`.execute(door.db)
  return rows
}

/** The states of a member as the timeline tells them, those to come too. */
export async function statesOf(door: Door, memberId: string): Promise<MemberEvent[]> {
  const rows = await readStates(door, memberId)
  const w = words[door.language]
  const events = rows.flatMap((row, at) => {
    const before = rows[at - 1]
    const { on, organizationName: name } = row
    const because = row.reason ? `（${row.reason}）` : ''
    const found: MemberEvent[] = []
    if (!before) found.push(event(on, 'entered', w.stage[row.stage], name))
    else if (row.organizationId !== before.organizationId)
      found.push(event(on, 'moved', `${moveOf(before, row)}${because}`, name))
    const changed = changedBy(before, row, door.language)
    if (changed.length > 0) found.push(event(on, 'status', `${changed.join('，')}${because}`, name))
    return found
  })
  const last = rows.at(-1)
  if (last?.validUntil && isInTransit(last.relation) && isOverdue(last.validUntil, door.today))
    events.push(event(addDays(last.validUntil, 1), 'status', w.overdue, last.organizationName))
  return events
}

/**
 * The change that stands last, also where its day is still to come: it is the one that can be taken back. Null where
 * there was none since the entry, and where it or what was before is not the reader's to see.
 */
export async function latestChange(
  door: Door,
  memberId: string,
): Promise<MemberDetail['latestChange']> {
  const rows = await readStates(door, memberId)
  const [before, last] = rows.slice(-2)
  if (!before || !last || last.validTo !== null || before.validTo !== addDays(last.on, -1))
    return null
  const moved = before.organizationId === last.organizationId ? [] : [moveOf(before, last)]
  return { on: last.on, text: [...moved, ...changedBy(before, last, door.language)].join('，') }
}

const moveOf = (before: StateRow, after: StateRow): string =>
  `${before.organizationName} → ${after.organizationName}`

const changedBy = (before: StateRow | undefined, row: StateRow, language: Language): string[] => [
  ...(before ? changesOf(before, row, language) : []),
  ...decidedOf(before, row, language),
]

/** What a change decided beside the axes: probation extended; 介绍信 issued, corrected or renewed; 回执. */
function decidedOf(before: StateRow | undefined, row: StateRow, language: Language): string[] {
  const w = words[language]
  const { letter, other, issuedOn, validUntil, receiptOn, probationUntil } = row
  const isKnown =
    before?.letter === letter && before?.other === other && before?.validUntil === validUntil
  const isTold = !isKnown || before?.issuedOn !== issuedOn
  return [
    ...(probationUntil && probationUntil !== before?.probationUntil
      ? [w.extended(probationUntil)]
      : []),
    ...(letter && other && issuedOn && validUntil && isTold
      ? [w.letter(letter, other, issuedOn, validUntil)]
      : []),
    ...(receiptOn && receiptOn !== before?.receiptOn ? [w.receipt(receiptOn)] : []),
  ]
}

function changesOf(before: StateRow, after: StateRow, language: Language): string[] {
  const w = words[language]
  const found: string[] = []
  if (before.stage !== after.stage) found.push(w.stage[after.stage])
  if (before.standing !== after.standing || before.leaving !== after.leaving)
    found.push(after.leaving ? w.leftBy(w.leaving[after.leaving]) : w.standing[after.standing])
  if (before.rights !== after.rights) found.push(w.rights[after.rights])
  // With the roster whatever was on the way ends.
  if (before.relation !== after.relation && !isGone(after.standing))
    found.push(
      before.relation === 'moving-out' && after.relation === 'registered'
        ? w.returned
        : w.relation[after.relation],
    )
  if (before.mobile !== after.mobile) found.push(after.mobile ? w.mobile : w.notMobile)
  if (before.lost !== after.lost) found.push(after.lost ? w.lost : w.notLost)
  return found
}
