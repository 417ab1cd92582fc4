import { sql } from 'kysely'
import { addDays, type Day } from '#domain/dates.ts'
import type { MemberRow } from '#domain/members.ts'
import { daysToDecideProbation, isGone, probationEnd } from '#domain/rules/membership.ts'
import { parameterOver } from '#server/db/parameterOn.ts'
import type { Door } from '#server/door.ts'

type Probation = Pick<MemberRow, 'stage' | 'joinedOn' | 'probationUntil'>

export const isOnProbation = ({ stage, joinedOn }: Probation): boolean =>
  stage === 'probationary' && joinedOn !== null

/** The last day of a probation: as extended, else by the way of counting that held when the member was accepted. */
export async function probationEnds(door: Door): Promise<(of: Probation) => Day | null> {
  const counted = await parameterOver(door.db, 'probation.end')
  return (of) =>
    of.probationUntil ??
    (isOnProbation(of) && of.joinedOn ? probationEnd(of.joinedOn, counted(of.joinedOn)) : null)
}

export interface Ending {
  ids: string[]
  days: Day[]
}

/** Who of the reach is on probation now, and to when: few, so that the roster is filtered and sorted by them. */
export async function endings(door: Door): Promise<Ending> {
  const { rows } = await sql<Probation & Pick<MemberRow, 'id' | 'standing'>>`
    select id, stage, standing, joined_on as "joinedOn", probation_until as "probationUntil"
    from member where stage = 'probationary'`.execute(door.db)
  const ends = await probationEnds(door)
  const found = rows.flatMap((row) => {
    const day = isGone(row.standing) ? null : ends(row)
    return day === null ? [] : [{ id: row.id, day }]
  })
  return { ids: found.map(({ id }) => id), days: found.map(({ day }) => day) }
}

/** Of those, whose probation is over or soon will be. */
export function dueOf({ ids, days }: Ending, today: Day): string[] {
  const until = addDays(today, daysToDecideProbation)
  return ids.filter((_, at) => (days[at] ?? until) <= until)
}
