import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { loadAhead } from './ahead.ts'
import { contentPolicy, newNonce } from './headers.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

interface Served {
  type: string
  plain: Buffer<ArrayBuffer>
  br: Buffer<ArrayBuffer> | null
  gzip: Buffer<ArrayBuffer> | null
}

/** As server/node/cookies.ts sets it. */
const sessionCookie = /(?:^|;\s*)(?:__Host-)?sid=/

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Reads the built screen into memory, each text file beside its compressed forms made by the build. */
export async function loadScreen(folder: string) {
  const files = new Map<string, Served>()
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of names) {
    const file = path.join(folder, name)
    const type = types[path.extname(name)]
    if (!type || fs.statSync(file).isDirectory()) continue
    const read = (ending: string) =>
      fs.existsSync(file + ending) ? Buffer.from(fs.readFileSync(file + ending)) : null
    files.set(`/${name.split(path.sep).join('/')}`, {
      type,
      plain: Buffer.from(fs.readFileSync(file)),
      br: read('.br'),
      gzip: read('.gz'),
    })
  }
  const index = files.get('/index.html')
  if (!index) throw new Error(`There is no built screen in ${folder}; run npm run build.`)
  files.delete('/index.html')
  files.delete('/ahead.json')
  const page = index.plain.toString('utf8')
  const ahead = loadAhead(folder)

  return async (c: Context): Promise<Response> => {
    const { pathname } = new URL(c.req.url)
    const found = files.get(pathname)
    const accepted = c.req.header('accept-encoding') ?? ''
    if (found) return file(c, found, pathname, accepted)
    if (path.extname(pathname) !== '') return c.text('Not found', 404)
    // Who comes with a session will see the application; anybody else needs the sign-in form alone.
    const links = sessionCookie.test(c.req.header('cookie') ?? '') ? ahead(pathname) : ''
    return html(
      c,
      page.replace('</head>', () => `${links}</head>`),
      accepted,
    )
  }
}

/** Names under /assets carry a digest of their content: they never change. */
function file(c: Context, found: Served, pathname: string, accepted: string): Response {
  c.header('Content-Type', found.type)
  c.header(
    'Cache-Control',
    pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  )
  c.header('Vary', 'Accept-Encoding')
  if (found.br && /\bbr\b/.test(accepted)) {
    c.header('Content-Encoding', 'br')
    return c.body(found.br)
  }
  if (found.gzip && /\bgzip\b/.test(accepted)) {
    c.header('Content-Encoding', 'gzip')
    return c.body(found.gzip)
  }
  return c.body(found.plain)
}

/** The page itself, with a nonce of its own. */
async function html(c: Context, page: string, accepted: string): Promise<Response> {
  const nonce = newNonce()
  const text = Buffer.from(page.replaceAll('__CSP_NONCE__', nonce))
  c.header('Content-Security-Policy', contentPolicy(nonce))
  c.header('Content-Type', 'text/html; charset=utf-8')
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Encoding, Cookie')
  if (/\bbr\b/.test(accepted)) {
    c.header('Content-Encoding', 'br')
    return c.body(await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }))
  }
  if (/\bgzip\b/.test(accepted)) {
    c.header('Content-Encoding', 'gzip')
    return c.body(await gzipped(text))
  }
  return c.body(text)
}
