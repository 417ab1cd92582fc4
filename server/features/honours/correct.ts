import { sql } from 'kysely'
import type { Received } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import type { honoursContract } from '#domain/honours.contract.ts'
import type { HonourRecord } from '#domain/honours.ts'
import { expectVersion, type Door } from '#server/door.ts'
import { expectDecider, putHonour, writeEvent } from './events.ts'
import { readHonour } from './queries.ts'

type Contract = typeof honoursContract

/**
 * 更正 by the organ that decided, with the reason; what stood there before is in the history. A decision has one
 * number: corrected, it is so at the campaign and at everything that the decision gave. A certificate that was issued
 * stays as it was printed.
 */
export async function correct(
  door: Door,
  { params, body }: Received<Contract['correct']>,
): Promise<HonourRecord> {
  const honour = await readHonour(door, params.id)
  expectVersion(door, honour)
  if (honour.revokedOn)
    throw problem('state', { params: { reason: `这项荣誉已于 ${honour.revokedOn} 撤销` } })
  await expectDecider(door, honour, '更正')
  const { citation, documentNumber, reason } = body
  const citationBefore = citation === honour.citation ? null : honour.citation
  const documentBefore = documentNumber === honour.documentNumber ? null : honour.documentNumber
  if (citationBefore === null && documentBefore === null)
    throw invalid('body.citation', '没有更正任何内容')
  // The campaign first, as the decision takes them: two corrections of one decision wait for each other here.
  if (documentBefore !== null && honour.campaignId)
    await door.db
      .selectFrom('campaign')
      .select('id')
      .where('id', '=', honour.campaignId)
      .forUpdate()
      .execute()
  await putHonour(door, honour, { citation, document_number: documentNumber })
  const event = { on: door.today, kind: 'corrected', reason, documentNumber: null } as const
  await writeEvent(door, honour, { ...event, citationBefore, documentBefore })
  const others =
    documentBefore !== null && honour.campaignId
      ? await sameDecision(door, honour.campaignId, documentBefore, documentNumber)
      : []
  for (const other of others)
    await writeEvent(door, other, { ...event, citationBefore: null, documentBefore })
  door.note({
    detail: { reason, citationBefore, documentBefore, documentNumber, others: others.length },
  })
  return readHonour(door, honour.id)
}

async function sameDecision(door: Door, campaignId: string, before: string, now: string) {
  await sql`
    update campaign set document_number = ${now}, version = version + 1
    where id = ${campaignId} and document_number = ${before}`.execute(door.db)
  const { rows } = await sql<{ id: string; organizationId: string }>`
    update honour set document_number = ${now}, version = version + 1
    where campaign_id = ${campaignId} and document_number = ${before}
    returning id, organization_id as "organizationId"`.execute(door.db)
  return rows
}
