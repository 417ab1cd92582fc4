import type { Kysely } from 'kysely'
import { newId } from '#domain/ids.ts'
import type { Tables } from '#server/db/tables.ts'
import { testNow } from './world.ts'

/** A service record and a certificate of one member, for the matrix. */
export async function serviceAt(
  db: Kysely<Tables>,
  own: { organization_id: string; member_id: string },
  memberName: string,
) {
  const service = newId()
  await db
    .insertInto('service_record')
    .values({
      id: service,
      member_name: memberName,
      kind: 'assisted',
      served_on: '2026-11-12',
      visits: 2,
      channel: 'counter',
      beneficiary: 'people',
      events: '[]',
      created_by: newId(),
      created_at: testNow,
      ...own,
    })
    .execute()
  const certificate = newId()
  await db
    .insertInto('service_certificate')
    .values({
      id: certificate,
      number: certificate,
      member_name: memberName,
      organization_name: '组织',
      bureau_name: '市审批局',
      from_day: '2026-01-01',
      to_day: '2026-06-30',
      records: 1,
      visits: 2,
      minutes: 60,
      star: 0,
      issued_on: '2026-07-01',
      issued_by_name: '某人',
      issued_by: newId(),
      digest: '-',
      created_at: testNow,
      ...own,
    })
    .execute()
  return { service, certificate }
}
