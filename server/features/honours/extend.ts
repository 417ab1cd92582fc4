import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import type { honoursContract } from '#domain/honours.contract.ts'
import type { HonourRecord } from '#domain/honours.ts'
import { extensionVerdicts, isEligible, type PersonStanding } from '#domain/rules/honours.ts'
import type { Verdict } from '#domain/rules/verdict.ts'
import { expectVersion, type Door } from '#server/door.ts'
import { expectDecider, putHonour, writeEvent } from './events.ts'
import { readHonour } from './queries.ts'
import { refusalOf, stateRefusalOf } from './refusals.ts'

type Contract = typeof honoursContract
type Asked = { on: string; to: string }

/** The person, or the crew of the post, as they stand today; nobody for a branch. */
async function holdersOf(door: Door, honourId: string): Promise<PersonStanding[]> {
  const { rows } = await sql<PersonStanding>`
    select m.name, m.standing, m.rights from honour h join member m on m.id = h.member_id or m.id = any (h.crew)
    where h.id = ${honourId} order by m.name_sort, m.id`.execute(door.db)
  return rows
}

const judge = async (door: Door, honour: HonourRecord, asked: Asked): Promise<Verdict[]> =>
  extensionVerdicts({ ...honour, holders: await holdersOf(door, honour.id) }, asked, door.today)

export async function extension(door: Door, { params, query }: Received<Contract['extension']>) {
  return { verdicts: await judge(door, await readHonour(door, params.id), query) }
}

/** Verdicts about the days stand at their fields, the others are about the honour. */
const fields: Record<string, string> = {
  'extension.not-later': 'body.to',
  'extension.over': 'body.to',
  'extension.too-long': 'body.to',
  'extension.before-award': 'body.on',
  'extension.in-future': 'body.on',
}

export async function extend(
  door: Door,
  { params, body }: Received<Contract['extend']>,
): Promise<HonourRecord> {
  const honour = await readHonour(door, params.id)
  expectVersion(door, honour)
  await expectDecider(door, honour, '延长')
  const verdicts = await judge(door, honour, body)
  if (!isEligible(verdicts)) {
    const field = fields[verdicts.find(({ status }) => status === 'unmet')?.code ?? '']
    throw field ? refusalOf(field, verdicts) : stateRefusalOf(verdicts)
  }
  const { on, to, reason, documentNumber } = body
  await putHonour(door, honour, { valid_to: to })
  const validBefore = honour.validTo ?? to
  await writeEvent(door, honour, {
    kind: 'extended',
    on,
    reason,
    documentNumber,
    validBefore,
    validTo: to,
  })
  door.note({ detail: { on, from: validBefore, to, reason, documentNumber } })
  return readHonour(door, honour.id)
}
