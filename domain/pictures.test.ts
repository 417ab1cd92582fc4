import { describe, expect, it } from 'vitest'
import { pictureFacts } from './pictures.ts'

const ascii = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...ascii(part)] : part)))
const png = (width: number[], height: number[]) =>
  bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0])

describe('a picture is what its bytes say (trust.md 3.7)', () => {
  it.each<[string, Uint8Array, ReturnType<typeof pictureFacts>]>([
    ['PNG', png([0, 0, 1, 224], [0, 0, 0, 9]), { type: 'image/png', width: 480, height: 9 }],
    [
      'JPEG, its size behind another segment',
      bytes([0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4], [0xff, 0xc2, 0, 11, 8, 1, 224, 0, 9, 1, 1]),
      { type: 'image/jpeg', width: 9, height: 480 },
    ],
    [
      'WebP, lossy',
      bytes('RIFF\0\0\0\0WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0xe0, 1, 9, 0]),
      { type: 'image/webp', width: 480, height: 9 },
    ],
    [
      'WebP, lossless',
      bytes('RIFF\0\0\0\0WEBPVP8L', [0, 0, 0, 0, 0x2f, 0xdf, 0x01, 0x02, 0, 0, 0, 0, 0, 0]),
      { type: 'image/webp', width: 480, height: 9 },
    ],
    [
      'WebP, extended',
      bytes('RIFF\0\0\0\0WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0xdf, 1, 0, 8, 0, 0]),
      { type: 'image/webp', width: 480, height: 9 },
    ],
    ['SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), null],
    ['HTML named .jpg', ascii('<!doctype html><script>alert(1)</script>'), null],
    [
      'GIF',
      bytes(
        'GIF89a',
        Array.from({ length: 30 }, () => 1),
      ),
      null,
    ],
    ['a PNG of no height', png([0, 0, 1, 224], [0, 0, 0, 0]), null],
    ['a PNG cut off', bytes('\x89PNG\r\n\x1a\n'), null],
    ['a JPEG cut off', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4]), null],
    ['nothing', new Uint8Array(), null],
  ])('%s', (_, given, expected) => {
    expect(pictureFacts(given)).toEqual(expected)
  })
})
