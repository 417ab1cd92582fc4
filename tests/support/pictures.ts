import type { Kysely } from 'kysely'
import { newId } from '#domain/ids.ts'
import type { Tables } from '#server/db/tables.ts'
import { testNow } from './world.ts'

const text = (...parts: (string | readonly number[])[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : String.fromCharCode(...part))).join('')
const big = (value: number) => [(value >> 8) & 255, value & 255]
const small = (value: number) => [value & 255, (value >> 8) & 255, 0]

/** As much of a PNG as its reader looks at, base64, filled up to `size` bytes. */
export const pngOf = (width: number, height: number, size = 0): string => {
  const sides = [0, 0, ...big(width), 0, 0, ...big(height)]
  const head = text('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', sides, [8, 6, 0, 0, 0])
  return btoa(head + '\0'.repeat(Math.max(0, size - head.length)))
}

export const pictures = {
  jpeg: (width: number, height: number) =>
    btoa(
      text(
        [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8],
        big(height),
        big(width),
        [1, 1, 17, 0],
      ),
    ),
  webp: (width: number, height: number) =>
    btoa(
      text('RIFF\0\0\0\0WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], small(width - 1), small(height - 1)),
    ),
}

/** A portrait under the digest that the samples ask for. */
export async function addPortrait(
  db: Kysely<Tables>,
  honour: { id: string; organizationId: string },
): Promise<void> {
  const digest = '0'.repeat(32)
  await db
    .insertInto('honour_portrait')
    .values({
      honour_id: honour.id,
      organization_id: honour.organizationId,
      digest,
      type: 'image/png',
      image: Uint8Array.from(atob(pngOf(1, 1)), (sign) => sign.charCodeAt(0)),
      set_by: newId(),
      set_at: testNow,
    })
    .execute()
  await db.updateTable('honour').set({ portrait: digest }).where('id', '=', honour.id).execute()
}
