import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { GroupRound } from '#domain/rules/groupRounds.ts'
import type { Duty, DutyParameters, Exemption } from '#domain/rules/duties.ts'
import { parameterAt } from '#domain/rules/parameters.ts'
import type { BranchKind, OrganizationKind } from '#domain/rules/structure.ts'
import type { Door } from '#server/door.ts'
import { parameterRows } from '#server/features/parameters/rows.ts'
import { groupRounds } from './groupRounds.ts'
import { asksCommittee, committeeDays, type CommitteeDays } from './committees.ts'

/** Which cells of a year have a record: bit 0 is January, and the one cell of a yearly duty. */
export interface Masks {
  held: number
  prompt: number
  awaiting: number
}

export interface Organ {
  id: string
  kind: OrganizationKind
  branchKind: BranchKind | null
  foundedOn: Day
  closedOn: Day | null
}

/** What the rules need to know of the organs of a scope for one year. */
export interface YearFacts {
  year: number
  duties: readonly Duty[]
  /** In the order of the tree. */
  organs: readonly Organ[]
  masks: ReadonlyMap<string, Partial<Record<Duty, Masks>>>
  /** 组织生活会 held as group meetings, by branch; in `masks` already, as the branch's own. */
  rounds: ReadonlyMap<string, GroupRound>
  exemptions: ReadonlyMap<string, readonly Exemption[]>
  committee: CommitteeDays
  parameters: DutyParameters
}

export interface Asked {
  /** Condition on `o.path`. */
  scope: RawBuilder<boolean>
  year: number
  duties: readonly Duty[]
}

/**
 * Gathers them in six statements, whatever the number of organs; no meeting is read but the 组织生活会 of groups.
 */
export async function gatherFacts(door: Pick<Door, 'db'>, asked: Asked): Promise<YearFacts> {
  const { scope, year, duties } = asked
  const rounds: YearFacts['rounds'] = duties.includes('life-meeting')
    ? await groupRounds(door, year)
    : new Map()
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  return {
    year,
    duties,
    organs: await readOrgans(door, scope, span),
    masks: withRounds(await readMasks(door, asked), rounds),
    rounds,
    exemptions: await readExemptions(door, scope, span),
    committee: asksCommittee(duties)
      ? await committeeDays(door.db, scope, span)
      : () => () => false,
    parameters: await readParameters(door),
  }
}

type YearSpan = { from: Day; to: Day }

/** Rows of a list of thousands come as one JSON value: five times faster than row by row. */
async function readOrgans(
  door: Pick<Door, 'db'>,
  scope: RawBuilder<boolean>,
  { from, to }: YearSpan,
): Promise<Organ[]> {
  const { rows } = await sql<{ organs: Organ[] }>`
    select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'branchKind', o.branch_kind,
      'foundedOn', o.founded_on, 'closedOn', o.closed_on) order by o.path), '[]') as organs
    from organization o
    where o.founded_on <= ${to}::date
      and (o.closed_on is null or o.closed_on >= ${from}::date) and ${scope}`.execute(door.db)
  return rows[0]?.organs ?? []
}

type Packed = [organ: string, duty: Duty, held: number, prompt: number, awaiting: number]

async function readMasks(
  door: Pick<Door, 'db'>,
  { scope, year, duties }: Asked,
): Promise<Map<string, Partial<Record<Duty, Masks>>>> {
  const { rows } = await sql<{ packed: Packed[] }>`
    select coalesce(json_agg(json_build_array(h.organization_id, h.duty, h.held_months, h.prompt_months, h.awaiting_months)), '[]') as packed
    from held h join organization o on o.id = h.organization_id
    where h.year = ${year} and h.duty = any (${[...duties]}::text[]) and ${scope}`.execute(door.db)
  const masks = new Map<string, Partial<Record<Duty, Masks>>>()
  for (const [organ, duty, held, prompt, awaiting] of rows[0]?.packed ?? []) {
    const own = masks.get(organ) ?? {}
    own[duty] = { held, prompt, awaiting }
    masks.set(organ, own)
  }
  return masks
}

/** What the groups held is the branch's as well; a yearly duty has one cell. */
function withRounds(
  masks: Map<string, Partial<Record<Duty, Masks>>>,
  rounds: YearFacts['rounds'],
): YearFacts['masks'] {
  for (const [branch, { counts }] of rounds) {
    const own = masks.get(branch) ?? {}
    const { held = 0, prompt = 0, awaiting = 0 } = own['life-meeting'] ?? {}
    own['life-meeting'] = {
      held: held | counts.held,
      prompt: prompt | counts.prompt,
      awaiting: awaiting | counts.awaiting,
    }
    masks.set(branch, own)
  }
  return masks
}

async function readExemptions(
  door: Pick<Door, 'db'>,
  scope: RawBuilder<boolean>,
  { from, to }: YearSpan,
): Promise<YearFacts['exemptions']> {
  const { rows } = await sql<{ organ: string; duty: Duty; from: Day; to: Day }>`
    select e.organization_id as organ, e.duty, e.from_day as "from", e.to_day as "to"
    from exemption e join organization o on o.id = e.organization_id
    where e.withdrawn_at is null and e.from_day <= ${to}::date and e.to_day >= ${from}::date and ${scope}
    order by e.duty, e.from_day`.execute(door.db)
  const exemptions = new Map<string, Exemption[]>()
  for (const { organ, ...exemption } of rows)
    exemptions.set(organ, [...(exemptions.get(organ) ?? []), exemption])
  return exemptions
}

/** A period has the frequency in force on its first day: a new decision does not rewrite what is past. */
export async function readParameters(door: Pick<Door, 'db'>): Promise<DutyParameters> {
  const rows = await parameterRows(door.db, ['lecture.frequency'])
  return { lectureFrequency: (on) => parameterAt(rows, 'lecture.frequency', on) }
}
