import { sql, type RawBuilder } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import { yearOf, type Day } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import { scopeOf } from '#domain/permissions.ts'
import type { servicesContract } from '#domain/services.contract.ts'
import { starOf } from '#domain/services.rules.ts'
import type { Certificate } from '#domain/services.ts'
import { bureauName, certificateNumber } from '#server/certificates.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import { mayReach } from '#server/db/tree.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { digestOf } from './seal.ts'
import { countsForStars, volunteered } from './standing.ts'

type Contract = typeof servicesContract
type Stored = Certificate & { digest: string }
type Found = Omit<Stored, 'version' | 'mayRevoke'>

const columns = sql<Found>`
  c.id, c.number, c.member_id as "memberId", c.member_name as "memberName", c.organization_name as "organizationName",
  c.from_day as "from", c.to_day as "to", c.records, c.visits, c.minutes, c.star, c.issued_on as "issuedOn",
  c.issued_by_name as "issuedBy", c.bureau_name as "bureauName", c.digest,
  case when c.revoked_on is not null then
    json_build_object('on', c.revoked_on, 'by', c.revoked_by_name, 'reason', c.revoke_reason) end as revoked`

/** With what the reader may do about it; `o` is the organization. */
function recordColumns(door: Door): RawBuilder<Stored> {
  const self = scopeOf('services.certify', actorOf(door))?.self ?? null
  return sql<Stored>`${columns}, c.version,
    (${mayReach(door, 'services.certify', 'o.path')} or coalesce(c.member_id = ${self}::uuid, false)) as "mayRevoke"`
}
const recordSource = sql`service_certificate c join organization o on o.id = c.organization_id`

function shown(stored: Stored): Certificate {
  const { digest: _digest, ...certificate } = stored
  return certificate
}

/**
 * 谁记录谁证明: where the last record of the period was made that the actor may read; where all were made elsewhere, where
 * the member stands today. @throws not_found for a member who has left the actor's reach
 */
async function placeOf(door: Door, memberId: string, from: Day, to: Day): Promise<Place> {
  const { rows } = await sql<Place>`
    select o.id as "organizationId", o.name as "organizationName", coalesce(l.member_name, m.name) as "memberName"
    from member m
    left join lateral (
      select s.organization_id, s.member_name from service_record s
      where s.member_id = m.id and ${countsForStars} and s.served_on between ${from}::date and ${to}::date
      order by s.served_on desc, s.id limit 1
    ) l on true
    join organization o on o.id = coalesce(l.organization_id, m.organization_id)
    where m.id = ${memberId}`.execute(door.db)
  const [place] = rows
  if (!place) throw problem('not_found')
  return place
}

interface Place {
  organizationId: string
  organizationName: string
  memberName: string
}

export async function certify(
  door: Door,
  { body }: Received<Contract['certify']>,
): Promise<Certificate> {
  const { memberId, from, to } = body
  if (from > to) throw invalid('body.to', '结束日期不能早于开始日期')
  if (to > door.today) throw invalid('body.to', `结束日期不能晚于今天（${door.today}）`)
  const place = await placeOf(door, memberId, from, to)
  const served = await volunteered(door, memberId, from, to)
  if (served.records === 0)
    throw invalid('body.from', '这段时间没有已确认的志愿服务时长，不能出具证明')
  const ladder = await parameterOn(door.db, 'volunteer.starHours', to)
  const id = newId()
  const sealed = {
    number: await certificateNumber(door.world.secrets, 'FW', id, yearOf(door.today)),
    memberId,
    memberName: place.memberName,
    organizationName: place.organizationName,
    bureauName: await bureauName(door),
    from,
    to,
    ...served,
    star: starOf((await volunteered(door, memberId, null, to)).minutes, ladder),
    issuedOn: door.today,
    issuedBy: actorOf(door).name,
  }
  await door.db
    .insertInto('service_certificate')
    .values({
      id,
      number: sealed.number,
      organization_id: place.organizationId,
      member_id: memberId,
      member_name: sealed.memberName,
      organization_name: sealed.organizationName,
      bureau_name: sealed.bureauName,
      from_day: from,
      to_day: to,
      ...served,
      star: sealed.star,
      issued_on: sealed.issuedOn,
      issued_by_name: sealed.issuedBy,
      issued_by: actorOf(door).accountId,
      digest: await digestOf(door.world.secrets, sealed),
      created_at: door.now,
    })
    .execute()
  door.note({
    target: { kind: 'certificate', id },
    organizationId: place.organizationId,
    detail: { memberId, from, to, number: sealed.number },
  })
  return showCertificate(door, id)
}

/** @throws not_found */
export async function showCertificate(door: Door, id: string): Promise<Certificate> {
  const { rows } = await sql<Stored>`
    select ${recordColumns(door)} from ${recordSource} where c.id = ${id}`.execute(door.db)
  const [found] = rows
  if (!found) throw problem('not_found')
  return shown(found)
}

export async function listCertificates(door: Door, memberId: string): Promise<Certificate[]> {
  const { rows } = await sql<Stored>`
    select ${recordColumns(door)} from ${recordSource} where c.member_id = ${memberId} order by c.created_at desc, c.id desc limit 200`.execute(
    door.db,
  )
  return rows.map(shown)
}

/** What was issued in error is taken back; the paper says so wherever it is asked for. @throws version_conflict, state */
export async function revokeCertificate(
  door: Door,
  { params, body }: Received<Contract['revokeCertificate']>,
): Promise<Certificate> {
  const certificate = await showCertificate(door, params.id)
  expectVersion(door, certificate)
  if (certificate.revoked)
    throw problem('state', {
      params: { reason: `这份证明已于 ${certificate.revoked.on} 撤销` },
    })
  const { accountId, name } = actorOf(door)
  const changed = await door.db
    .updateTable('service_certificate')
    .set({
      revoked_on: door.today,
      revoked_by: accountId,
      revoked_by_name: name,
      revoke_reason: body.reason,
      version: certificate.version + 1,
    })
    .where('id', '=', params.id)
    .where('version', '=', certificate.version)
    .returning('organization_id')
    .executeTakeFirst()
  const current = await showCertificate(door, params.id)
  if (!changed) throw problem('version_conflict', { detail: current })
  door.note({
    target: { kind: 'certificate', id: params.id },
    organizationId: changed.organization_id,
    detail: { memberId: current.memberId, number: current.number, reason: body.reason },
  })
  return current
}

/** A number and a name that belong together tell what was certified, and whether it was revoked; anything else tells nothing. */
export async function verify(
  door: Door,
  { query }: Received<Contract['verify']>,
): Promise<Returned<Contract['verify']>> {
  const { rows } = await sql<Found>`
    select ${columns} from service_certificate c
    where replace(c.number, '-', '') = ${query.number} and c.member_name = ${query.name.normalize('NFC')}`.execute(
    door.db,
  )
  const [found] = rows
  if (!found) return { verdict: 'unknown', certificate: null, minutesNow: null }
  const { digest, id: _, revoked, ...sealed } = found
  if ((await digestOf(door.world.secrets, sealed)) !== digest)
    return { verdict: 'altered', certificate: null, minutesNow: null }
  // Whoever checks reads neither member nor records: the question stands above all scopes, and answers a sum.
  const counted = await sql<{ minutes: number }>`
    select coalesce(sum(minutes), 0)::int as minutes from service_record
    where member_id = ${found.memberId} and ${countsForStars}
      and served_on between ${found.from}::date and ${found.to}::date`.execute(door.db)
  const minutes = counted.rows[0]?.minutes ?? 0
  const { memberId: __, ...certificate } = sealed
  return {
    verdict: 'genuine',
    certificate: { ...certificate, revoked },
    minutesNow: minutes === found.minutes ? null : minutes,
  }
}
