import type { z } from 'zod'
import { exemptionsContract } from '#domain/duties.contract.ts'
import type { newExemption } from '#domain/duties.ts'
import { invalid } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { dutiesOf } from '#domain/rules/duties.ts'
import { branchKind, organizationKind } from '#domain/rules/structure.ts'
import { markOrganizations } from '#server/counts/recount/mark.ts'
import { ahead } from '#server/db/ahead.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { findExemption, listExemptions } from './queries.ts'

type NewExemption = z.output<typeof newExemption>

/** 豁免: the superior's decision that an organ need not keep a duty for a while; told in the matrix, never hidden. */
export const exemptions = implement(exemptionsContract, {
  list: (door, { query }) => listExemptions(door, query),

  create: async (door, { body }) => {
    if (body.to < body.from) throw invalid('body.to', '截止日期不能早于起始日期')
    await checkOrgan(door, body)
    await checkOverlap(door, body)
    const id = newId()
    await door.db
      .insertInto('exemption')
      .values({
        id,
        organization_id: body.organizationId,
        duty: body.duty,
        from_day: body.from,
        to_day: body.to,
        reason: body.reason,
        document_number: body.documentNumber,
        approved_by: actorOf(door).accountId,
      })
      .modifyEnd(ahead)
      .execute()
    await markOrganizations(door.db, [body.organizationId])
    const { organizationId, reason: _, ...detail } = body
    door.note({ organizationId, detail })
    return findExemption(door, id)
  },

  withdraw: async (door, { params }) => {
    const exemption = await findExemption(door, params.id)
    expectVersion(door, exemption)
    const withdrawn = await door.db
      .updateTable('exemption')
      .set({ withdrawn_at: door.now, version: exemption.version + 1 })
      .where('id', '=', params.id)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    // Somebody else withdrew it a moment ago.
    if (!withdrawn) await findExemption(door, params.id)
    const { organizationId, duty, from, to, documentNumber } = exemption
    await markOrganizations(door.db, [organizationId])
    door.note({ organizationId, detail: { duty, from, to, documentNumber } })
    return { ok: true as const }
  },
})

/** Only an organ that has the duty can be exempt from it; its row serialises the check of overlaps. */
async function checkOrgan(door: Door, { organizationId, duty, from }: NewExemption): Promise<void> {
  const organ = await door.db
    .selectFrom('organization')
    .select([
      'kind',
      'branch_kind as branchKind',
      'founded_on as foundedOn',
      'closed_on as closedOn',
    ])
    .where('id', '=', organizationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  // A committee may come, so 支委会 can be lifted before there is one.
  const lasting = {
    kind: organizationKind.parse(organ.kind),
    branchKind: branchKind.nullable().parse(organ.branchKind),
    foundedOn: organ.foundedOn,
    hasCommittee: true,
  }
  if (!dutiesOf(lasting, organ.foundedOn).includes(duty))
    throw invalid('body.duty', '该组织没有这项组织生活任务，无需豁免')
  if (organ.closedOn && from > organ.closedOn)
    throw invalid('body.from', `该组织已于 ${organ.closedOn} 撤销`)
}

/** @throws invalid naming the days that are exempt already */
async function checkOverlap(
  door: Door,
  { organizationId, duty, from, to }: NewExemption,
): Promise<void> {
  const other = await door.db
    .selectFrom('exemption')
    .select(['from_day', 'to_day'])
    .where('organization_id', '=', organizationId)
    .where('duty', '=', duty)
    .where('withdrawn_at', 'is', null)
    .where('from_day', '<=', to)
    .where('to_day', '>=', from)
    .orderBy('from_day')
    .limit(1)
    .executeTakeFirst()
  if (other)
    throw invalid('body.from', `与已有豁免（${other.from_day} 至 ${other.to_day}）的时间重叠`)
}
