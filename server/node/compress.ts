import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const folder = path.resolve(import.meta.dirname, '../../dist')
const worthwhile = new Set(['.css', '.js', '.json', '.svg', '.txt', '.webmanifest'])

/** Writes the .br and .gz forms that the server sends, once and as small as they get. */
export function compressScreen(): void {
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (!worthwhile.has(path.extname(name)) || fs.statSync(file).size < 600) continue
    const content = fs.readFileSync(file)
    fs.writeFileSync(
      `${file}.br`,
      brotliCompressSync(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
    )
    fs.writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  }
}
