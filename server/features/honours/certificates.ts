import { yearOf } from '#domain/dates.ts'
import { sql } from 'kysely'
import type { Received, Returned } from '#domain/contract.ts'
import { problem } from '#domain/errors.ts'
import type { honoursContract } from '#domain/honours.contract.ts'
import type { HonourCertificate, HonourState } from '#domain/honours.ts'
import { bureauName, certificateNumber, certificateSeal } from '#server/certificates.ts'
import { actorOf, type Door } from '#server/door.ts'
import { expectDecider } from './events.ts'
import { readHonour, stateOn } from './queries.ts'

type Contract = typeof honoursContract
type Stored = HonourCertificate & { digest: string }

const columns = sql<Stored>`
  p.number, p.subject, p.subject_name as "subjectName", p.crew_names as crew, p.organization_name as "organizationName",
  p.class_code as "classCode", p.class_name as "className", p.awarded_by_name as "awardedBy",
  p.bureau_name as "bureauName", p.decided_on as "decidedOn", p.document_number as "documentNumber",
  p.issued_on as "issuedOn", p.issued_by_name as "issuedBy", p.digest`

const sealOf = (door: Door, honourId: string, printed: HonourCertificate): Promise<string> =>
  certificateSeal(door.world.secrets, 'honour-certificate', [
    honourId,
    Object.entries(printed).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])

async function find(door: Door, honourId: string): Promise<HonourCertificate | null> {
  const { rows } = await sql<Stored>`
    select ${columns} from honour_certificate p where p.honour_id = ${honourId}`.execute(door.db)
  const [found] = rows
  if (!found) return null
  const { digest: _, ...certificate } = found
  return certificate
}

export async function certificate(
  door: Door,
  { params }: Received<Contract['certificate']>,
): Promise<Returned<Contract['certificate']>> {
  const { state, validTo, revokedOn } = await readHonour(door, params.id)
  return { certificate: await find(door, params.id), state, validTo, revokedOn }
}

/** Issues the certificate, under the names of this day; one that was issued before is answered as it is. */
export async function certify(
  door: Door,
  { params }: Received<Contract['certify']>,
): Promise<HonourCertificate> {
  const honour = await readHonour(door, params.id)
  if (honour.revokedOn)
    throw problem('state', { params: { reason: `这项荣誉已于 ${honour.revokedOn} 撤销` } })
  await expectDecider(door, honour, '办理')
  const { accountId, name } = actorOf(door)
  const issued: HonourCertificate = {
    number: await certificateNumber(door.world.secrets, 'RY', honour.id, yearOf(door.today)),
    subject: honour.subject,
    subjectName: honour.subjectName,
    crew: honour.crew,
    organizationName: honour.organizationName,
    classCode: honour.classCode,
    className: honour.className,
    awardedBy: honour.awardedBy,
    bureauName: await bureauName(door),
    decidedOn: honour.decidedOn,
    documentNumber: honour.documentNumber,
    issuedOn: door.today,
    issuedBy: name,
  }
  await door.db
    .insertInto('honour_certificate')
    .values({
      honour_id: honour.id,
      organization_id: honour.organizationId,
      number: issued.number,
      subject: issued.subject,
      subject_name: issued.subjectName,
      crew_names: issued.crew,
      organization_name: issued.organizationName,
      class_code: issued.classCode,
      class_name: issued.className,
      awarded_by_name: issued.awardedBy,
      bureau_name: issued.bureauName,
      decided_on: issued.decidedOn,
      document_number: issued.documentNumber,
      issued_on: issued.issuedOn,
      issued_by: accountId,
      issued_by_name: name,
      digest: await sealOf(door, honour.id, issued),
    })
    // Two who press at once, or the year's change, make no second one.
    .onConflict((conflict) => conflict.column('honour_id').doNothing())
    .execute()
  door.note({ organizationId: honour.organizationId, detail: { number: issued.number } })
  return (await find(door, honour.id)) ?? issued
}

type Check = Returned<Contract['verify']>
const nothing = { certificate: null, state: null, validTo: null, revokedOn: null }

/** A number and a name that belong together tell what was certified, and what has become of it. */
export async function verify(door: Door, { query }: Received<Contract['verify']>): Promise<Check> {
  const { rows } = await sql<
    Stored & {
      honourId: string
      state: HonourState
      validTo: string | null
      revokedOn: string | null
    }
  >`
    select ${columns}, h.id as "honourId", ${stateOn(door.today)} as state, h.valid_to as "validTo", h.revoked_on as "revokedOn"
    from honour_certificate p join honour h on h.id = p.honour_id
    where replace(p.number, '-', '') = ${query.number} and p.subject_name = ${query.name.normalize('NFC')}`.execute(
    door.db,
  )
  const [found] = rows
  if (!found) return { verdict: 'unknown', ...nothing }
  const { digest, honourId, state, validTo, revokedOn, ...certificate } = found
  if ((await sealOf(door, honourId, certificate)) !== digest)
    return { verdict: 'altered', ...nothing }
  return { verdict: 'genuine', certificate, state, validTo, revokedOn }
}
