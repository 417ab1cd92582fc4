import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'

export interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  /** The parsed body; null where it is no JSON. */
  json: Record<string, unknown> | null
  ms: number
}

export interface Ask {
  method?: string
  /** Sent as JSON; a string as it stands. */
  body?: unknown
  headers?: Record<string, string | undefined>
  agent?: Agent
}

/** What every program must send, see server/node/cookies.ts. */
export const ours = { 'x-requested-with': 'six-chains' }

/** One request over `node:http`, which sends exactly the headers it is told to. A header that is undefined is left out. */
export function ask(url: string, { method, body, headers = {}, agent }: Ask = {}): Promise<Reply> {
  const since = performance.now()
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const verb = method ?? (text === undefined ? 'GET' : 'POST')
  const sent = {
    ...(text !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    }),
    ...(verb === 'POST' && { 'idempotency-key': randomUUID() }),
    ...ours,
    ...headers,
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method: verb,
        headers: Object.fromEntries(
          Object.entries(sent).filter(([, value]) => value !== undefined),
        ),
        agent: agent ?? false,
      },
      (incoming) => {
        let received = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => (received += chunk))
        incoming.once('error', reject)
        incoming.once('end', () => {
          const { statusCode = 0, headers: answered } = incoming
          const isJson = answered['content-type']?.startsWith('application/json')
          const json =
            isJson && received !== '' ? (JSON.parse(received) as Record<string, unknown>) : null
          const ms = performance.now() - since
          resolve({ status: statusCode, headers: answered, text: received, json, ms })
        })
      },
    )
    outgoing.once('error', reject)
    outgoing.end(text)
  })
}

/** The cookie of a new session in a demo store, as the Cookie header says it. */
export async function signInDemo(url: string, role: string): Promise<string> {
  const { json } = await ask(`${url}/api/session`)
  const accounts = json?.demoAccounts as { login: string; role: string }[]
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Error(`no demo account is ${role}`)
  const { status, headers, text } = await ask(`${url}/api/session/demo`, {
    body: { login: account.login },
  })
  const [cookie] = headers['set-cookie'] ?? []
  if (!cookie) throw new Error(`sign-in answered ${status}: ${text}`)
  return cookie.split(';', 1)[0] ?? ''
}

/** One connection that stays open. */
export const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 })
