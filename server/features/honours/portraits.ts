import type { Received } from '#domain/contract.ts'
import { invalid, problem } from '#domain/errors.ts'
import type { honoursContract } from '#domain/honours.contract.ts'
import type { HonourRecord } from '#domain/honours.ts'
import { pictureFacts, pictureLimit, pictureSide, pictureType } from '#domain/pictures.ts'
import { actorOf, expectVersion, type Door } from '#server/door.ts'
import { expectDecider, putHonour } from './events.ts'
import { readHonour } from './queries.ts'

type Contract = typeof honoursContract

/** The holder's portrait, for whoever sees the honour. @throws not_found, also where another one hangs now */
export async function portrait(door: Door, { params }: Received<Contract['portrait']>) {
  const found = await door.db
    .selectFrom('honour_portrait')
    .select(['type', 'image'])
    .where('honour_id', '=', params.id)
    .where('digest', '=', params.digest)
    .executeTakeFirst()
  if (!found) throw problem('not_found')
  return { type: pictureType.parse(found.type), bytes: new Uint8Array(found.image) }
}

/** What the picture is, its own bytes say. @throws invalid */
function checkedPicture(text: string) {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  if (bytes.length > pictureLimit) throw invalid('body.image', '照片最大 512 KB')
  const facts = pictureFacts(bytes)
  if (!facts) throw invalid('body.image', '只接受 JPEG、PNG 或 WebP 照片')
  if (Math.max(facts.width, facts.height) > pictureSide)
    throw invalid('body.image', `照片边长最多 ${pictureSide} 像素`)
  return { bytes, type: facts.type }
}

export async function setPortrait(
  door: Door,
  { params, body }: Received<Contract['setPortrait']>,
): Promise<HonourRecord> {
  const honour = await readForPortrait(door, params.id)
  const { bytes, type } = checkedPicture(body.image)
  const digest = (await door.world.sha256(body.image)).slice(0, 32)
  door.note({ detail: { name: honour.subjectName, type, bytes: bytes.length } })
  return keep(door, honour, { digest, type, image: bytes })
}

/** The picture of an earlier honour of the same subject; who agreed to this use too is in the audit log. */
export async function reusePortrait(
  door: Door,
  { params, body }: Received<Contract['reusePortrait']>,
): Promise<HonourRecord> {
  const honour = await readForPortrait(door, params.id)
  const picture = honour.others.some(({ id }) => id === body.from)
    ? await door.db
        .selectFrom('honour_portrait')
        .select(['digest', 'type', 'image'])
        .where('honour_id', '=', body.from)
        .executeTakeFirst()
    : undefined
  if (!picture) throw invalid('body.from', '那项荣誉没有同一获得者的照片')
  door.note({ detail: { name: honour.subjectName, ...body } })
  return keep(door, honour, picture)
}

/** @throws version_conflict, state */
async function readForPortrait(door: Door, id: string): Promise<HonourRecord> {
  const honour = await readHonour(door, id)
  expectVersion(door, honour)
  if (honour.revokedOn)
    throw problem('state', { params: { reason: `这项荣誉已于 ${honour.revokedOn} 撤销` } })
  await expectDecider(door, honour, '办理')
  return honour
}

async function keep(
  door: Door,
  honour: HonourRecord,
  picture: { digest: string; type: string; image: Uint8Array },
): Promise<HonourRecord> {
  const hung = { ...picture, set_by: actorOf(door).accountId, set_at: door.now }
  await door.db
    .insertInto('honour_portrait')
    .values({ honour_id: honour.id, organization_id: honour.organizationId, ...hung })
    .onConflict((conflict) => conflict.column('honour_id').doUpdateSet(hung))
    .execute()
  return hang(door, honour, picture.digest)
}

export async function removePortrait(
  door: Door,
  { params }: Received<Contract['removePortrait']>,
): Promise<HonourRecord> {
  const honour = await readHonour(door, params.id)
  expectVersion(door, honour)
  if (!honour.portrait) throw problem('state', { params: { reason: '没有照片' } })
  await expectDecider(door, honour, '办理')
  await door.db.deleteFrom('honour_portrait').where('honour_id', '=', honour.id).execute()
  door.note({ detail: { name: honour.subjectName } })
  return hang(door, honour, null)
}

async function hang(
  door: Door,
  honour: HonourRecord,
  digest: string | null,
): Promise<HonourRecord> {
  await putHonour(door, honour, { portrait: digest })
  return readHonour(door, honour.id)
}
