import { z } from 'zod'

/** Portraits: what every browser shows and no script hides in; never SVG (trust.md 3.7). */
export const pictureType = z.enum(['image/jpeg', 'image/png', 'image/webp'])
export type PictureType = z.infer<typeof pictureType>

/** Bytes of a stored picture, and the longer side it may have. */
export const pictureLimit = 512 * 1024
export const pictureSide = 480

/** An answer that is no JSON: the bytes of a picture under their type. */
export const picture = z.object({ type: pictureType, bytes: z.instanceof(Uint8Array) })

export interface PictureFacts {
  type: PictureType
  width: number
  height: number
}

const signature = (bytes: Uint8Array, at: number, text: string): boolean =>
  Array.from(text).every((sign, index) => bytes[at + index] === sign.charCodeAt(0))

/**
 * What a picture is by its own first bytes, whatever its name says, and how large it claims to be; null for anything
 * that is none of the three.
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const facts = pngFacts(bytes) ?? jpegFacts(bytes) ?? webpFacts(bytes)
  return facts && facts.width > 0 && facts.height > 0 ? facts : null
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)

function pngFacts(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 24 || !signature(bytes, 0, '\x89PNG\r\n\x1a\n')) return null
  if (!signature(bytes, 12, 'IHDR')) return null
  const view = viewOf(bytes)
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** The sizes stand in the frame's header, some segments after the beginning. */
function jpegFacts(bytes: Uint8Array): PictureFacts | null {
  if (!signature(bytes, 0, '\xff\xd8\xff')) return null
  const view = viewOf(bytes)
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame)
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}

function webpFacts(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 30 || !signature(bytes, 0, 'RIFF') || !signature(bytes, 8, 'WEBP')) return null
  const view = viewOf(bytes)
  const type = 'image/webp'
  if (signature(bytes, 12, 'VP8 '))
    return {
      type,
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    }
  if (signature(bytes, 12, 'VP8L')) {
    const sides = view.getUint32(21, true)
    return { type, width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 }
  }
  if (!signature(bytes, 12, 'VP8X')) return null
  const side = (at: number) => 1 + view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16)
  return { type, width: side(24), height: side(27) }
}

/** A picture as it is sent: base64, at most the limit. */
export const pictureText = z
  .base64('请选择照片')
  .min(1, '请选择照片')
  .max(Math.ceil(pictureLimit / 3) * 4, '照片最大 512 KB')
