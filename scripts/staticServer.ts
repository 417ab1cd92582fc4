import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize, resolve, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Serves a folder as any static host would; a path without an ending is a page of the application. */
export function serveFolder(folder: string, port: number): Server {
  const top = resolve(folder)
  return createServer((request, response) => {
    const path = decode(request.url ?? '/')
    const wanted = join(top, normalize(path))
    const inside = wanted === top || wanted.startsWith(top + sep)
    const isFile = inside && existsSync(wanted) && statSync(wanted).isFile()
    const file = isFile ? wanted : extname(path) ? undefined : join(top, 'index.html')
    if (!file || !existsSync(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
      return
    }
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, {
      'content-type': type,
      'content-length': statSync(file).size,
      // Vite names what lies there by what it holds.
      'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') response.end()
    else createReadStream(file).pipe(response)
  }).listen(port, '127.0.0.1')
}

/** A path that cannot be decoded names nothing. */
function decode(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return '/undecodable.path'
  }
}

if (import.meta.main) {
  const [folder = 'dist-demo', port = '8092'] = process.argv.slice(2)
  serveFolder(folder, Number(port))
}
