import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Env } from './env.ts'

type Place = Pick<Env, 'HOST' | 'PORT'>

/** What there is to do, by the code of the failure. */
function told(code: string, { HOST, PORT }: Place): string | null {
  if (code === 'EADDRINUSE')
    return `Port ${PORT} of ${HOST} is in use, perhaps by a server that runs already: stop it, or start on another port, PORT=${PORT + 1} / ${HOST} 的 ${PORT} 端口已被占用（也许服务已在运行）：请先停下占用它的程序，或换一个端口启动，例如 PORT=${PORT + 1}`
  if (code === 'EACCES')
    return `Port ${PORT} may not be opened by this user: start on one from 1024 on, PORT=8080 / 当前用户不能使用 ${PORT} 端口，请换 1024 及以上的端口，例如 PORT=8080`
  if (code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') return null
  return `HOST=${HOST} is no address of this machine: 127.0.0.1 serves this machine alone, 0.0.0.0 whoever reaches it / HOST=${HOST} 不是本机的地址：仅本机访问填 127.0.0.1，其他电脑也要访问填 0.0.0.0`
}

/** Why nobody can listen there, in a sentence for whoever starts the server; another failure as it is. */
export function cannotListen(error: Error, place: Place): Error {
  const code = 'code' in error ? String(error.code) : ''
  const why = told(code, place)
  return why ? new Error(`${why} (${code})`, { cause: error }) : error
}

/** Told before a store is filled for a server that could not listen. @throws when the address cannot be listened on */
export async function expectAddress(place: Place): Promise<void> {
  const probe = createServer()
  try {
    await once(probe.listen(place.PORT, place.HOST), 'listening')
  } catch (error) {
    throw error instanceof Error ? cannotListen(error, place) : error
  }
  await new Promise((closed) => probe.close(closed))
}
