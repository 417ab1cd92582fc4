import { sql } from 'kysely'
import { newId } from '#domain/ids.ts'
import type { Problem } from '#domain/errors.ts'
import { invalid, problem, saidAt, type ProblemFields } from '#domain/errors.ts'
import { judgeService, refusalsOf, servedMinutes, type Beside } from '#domain/services.rules.ts'
import { newService, type ServiceEntry } from '#domain/services.ts'
import { parsePart } from '#server/http/parse.ts'
import { ahead } from '#server/db/ahead.ts'
import { actorOf, eventOf, type Door } from '#server/door.ts'
import { themeDaysOf } from './themeDays.ts'
import { readForMove, readService } from './record.ts'

/** The member that the account stands for: nobody logs for another. @throws state */
export function ownMember(door: Door): string {
  const { memberId } = actorOf(door)
  if (!memberId)
    throw problem('state', { params: { reason: '这个账号没有对应的党员，不能登记服务记录' } })
  return memberId
}

interface Place {
  organizationId: string
  memberName: string
}

/** What is known of one member over some days, to judge several entries with the same few questions. */
async function knownOf(door: Door, memberId: string, days: readonly string[], except?: string) {
  // Two entries at once would each not see the other: the member's row lets one pass after the other.
  await sql`select id from member where id = ${memberId} for no key update`.execute(door.db)
  const asked = [...new Set(days)]
  const { rows: places } = await sql<Place & { day: string }>`
    select distinct on (d.day) d.day, s.organization_id as "organizationId", m.name as "memberName"
    from unnest(${asked}::date[]) as d (day)
    join member_state s on s.member_id = ${memberId} and s.valid_from <= d.day and (s.valid_to is null or s.valid_to >= d.day)
    join member m on m.id = s.member_id
    order by d.day, s.valid_from desc`.execute(door.db)
  const { rows: beside } = await sql<Beside & { servedOn: string }>`
    select served_on as "servedOn", kind, started_at as "from", ended_at as "to", visits, minutes, channel, item, beneficiary
    from service_record
    where member_id = ${memberId} and served_on = any (${asked}::date[]) and state <> 'withdrawn' and id is distinct from ${except ?? null}::uuid`.execute(
    door.db,
  )
  const themeDays = await themeDaysOf(
    door,
    places.map(({ day: servedOn, organizationId }) => ({ memberId, servedOn, organizationId })),
  )
  return {
    place: (day: string) => places.find((one) => one.day === day),
    beside: (day: string) => beside.filter(({ servedOn }) => servedOn === day),
    themeDays: (day: string) => themeDays({ memberId, servedOn: day }),
    /** The next entry is judged beside this one too. */
    keep: (entry: ServiceEntry) => void beside.push({ ...entry, minutes: servedMinutes(entry) }),
  }
}
type Known = Awaited<ReturnType<typeof knownOf>>

/** The columns of an entry, or what is wrong with it by field. */
function judged(door: Door, known: Known, entry: ServiceEntry) {
  const { servedOn } = entry
  const verdicts = judgeService(entry, {
    today: door.today,
    beside: known.beside(servedOn),
    themeDays: known.themeDays(servedOn),
  })
  const fields = refusalsOf(verdicts)
  const place = known.place(servedOn)
  if (!place) fields.servedOn ??= '这一天您不在花名册上，请核对日期'
  if (!place || Object.keys(fields).length > 0) return { fields, columns: null }
  return {
    fields,
    columns: {
      organization_id: place.organizationId,
      member_name: place.memberName,
      kind: entry.kind,
      served_on: servedOn,
      started_at: entry.from,
      ended_at: entry.to,
      visits: entry.visits,
      minutes: servedMinutes(entry),
      channel: entry.channel,
      item: entry.item,
      beneficiary: entry.beneficiary,
      is_volunteer: entry.isVolunteer,
    },
  }
}

/** Line by line: the good ones are kept, the others are told with what is wrong. */
export async function keepMany(door: Door, lines: readonly unknown[]) {
  const memberId = ownMember(door)
  const read = lines.map((line) => readLine(door, memberId, line))
  const known = await knownOf(
    door,
    memberId,
    read.flatMap(({ entry }) => (entry ? [entry.servedOn] : [])),
  )
  const refused: { line: number; fields: ProblemFields }[] = []
  const kept: Columns[] = []
  for (const [line, { entry, fields }] of read.entries()) {
    const made = entry ? judged(door, known, entry) : { fields, columns: null }
    if (!entry || !made.columns) refused.push({ line, fields: saidAt(made.fields, door.language) })
    else {
      kept.push(made.columns)
      known.keep(entry)
    }
  }
  return { kept: await insert(door, memberId, kept), refused }
}

function readLine(door: Door, memberId: string, line: unknown) {
  const found: ProblemFields = {}
  const parsed = parsePart(newService, 'line', line, door.language, found)
  const fields = Object.fromEntries(
    Object.entries(found).map(([path, sentence]) => [path.replace(/^line\.?/, ''), sentence]),
  )
  if (Object.keys(fields).length > 0) return { entry: null, fields }
  const { memberId: whose, ...entry } = newService.parse(parsed)
  if (whose !== undefined && whose !== memberId)
    return { entry: null, fields: { memberId: '只能登记本人的服务' } }
  return { entry, fields }
}

/** @throws invalid with a sentence at each field */
export async function keepOne(door: Door, entry: ServiceEntry): Promise<string> {
  const memberId = ownMember(door)
  const { fields, columns } = judged(door, await knownOf(door, memberId, [entry.servedOn]), entry)
  if (!columns) throw refusal(fields)
  const [id = ''] = await insert(door, memberId, [columns])
  return id
}

type Columns = NonNullable<ReturnType<typeof judged>['columns']>

/** @returns the ids, in the order of the entries and in their own */
async function insert(
  door: Door,
  memberId: string,
  entries: readonly Columns[],
): Promise<string[]> {
  if (entries.length === 0) return []
  const events = JSON.stringify([eventOf(door, 'logged')])
  const by = { created_by: actorOf(door).accountId, created_at: door.now }
  const rows = entries.map((columns) => ({
    id: newId(),
    member_id: memberId,
    ...columns,
    events,
    ...by,
  }))
  await door.db.insertInto('service_record').values(rows).modifyEnd(ahead).execute()
  return rows.map(({ id }) => id)
}

/** One's own record before it is confirmed; it is then handed in anew. */
export async function changeOne(door: Door, id: string, entry: ServiceEntry) {
  const record = await readForMove(door, id, 'change')
  const known = await knownOf(door, record.memberId, [entry.servedOn], id)
  const { fields, columns } = judged(door, known, entry)
  if (!columns) throw refusal(fields)
  const changed = await door.db
    .updateTable('service_record')
    .set({
      ...columns,
      state: 'logged',
      return_reason: null,
      events: sql`events || ${JSON.stringify([eventOf(door, 'changed')])}::jsonb`,
      version: record.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', record.version)
    .executeTakeFirst()
  const current = await readService(door, id)
  if (changed.numUpdatedRows === 0n) throw problem('version_conflict', { detail: current })
  return current
}

function refusal(fields: ProblemFields): Problem {
  const [only] = Object.entries(fields)
  if (only && Object.keys(fields).length === 1) return invalid(`body.${only[0]}`, only[1])
  return problem('invalid', {
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, sentence]) => [`body.${field}`, sentence]),
    ),
  })
}
