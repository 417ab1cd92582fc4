import { beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '#domain/contract.ts'
import { allOperations } from '#domain/contracts.ts'
import { newId, type IdKind } from '#domain/ids.ts'
import { allRoles, grants, type Role } from '#domain/permissions.ts'
import { collectIds } from '#server/http/ids.ts'
import { useApi } from '#tests/support/api.ts'
import {
  above,
  calling,
  matrixWorld,
  places,
  reach,
  type Place,
  type Records,
} from '#tests/support/matrix.ts'
import { dice } from '#tests/support/dice.ts'
import { sample, type ChooseId } from '#tests/support/sample.ts'

const api = useApi()
let world: Awaited<ReturnType<typeof matrixWorld>>
beforeEach(async () => {
  world = await matrixWorld(api.world.db)
})

const guarded = allOperations.filter((operation) => operation.access.kind === 'permission')
const targets: readonly Place[] = [...places, 'own', 'nonexistent']

interface Sent {
  status: number
  text: string
  json: unknown
}

/** Sends an operation with ids chosen by `choose`; versioned ones with a version that never fits, so that nothing changes. */
async function send(token: string | null, operation: Operation, choose: ChooseId): Promise<Sent> {
  const part = (name: 'params' | 'query' | 'body') =>
    sample(operation[name], choose, name) as Record<string, unknown>
  const params = part('params')
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => String(params[name]))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(part('query'))) {
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== null) query.append(name, String(item))
  }
  const response = await api.app.request(`/api${path}?${query}`, {
    method: operation.method,
    headers: {
      'X-Request-Id': 'the-same-for-all',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(operation.method === 'POST' && { 'Idempotency-Key': newId() }),
      ...(operation.versioned && { 'If-Match': '"v999999"' }),
      'Content-Type': 'application/json',
    },
    ...(operation.method !== 'GET' &&
      operation.method !== 'DELETE' && { body: JSON.stringify(part('body')) }),
  })
  const text = await response.text()
  // A picture is no JSON, and names nobody.
  const json = response.headers.get('content-type')?.startsWith('image/') ? {} : JSON.parse(text)
  return { status: response.status, text, json: json as unknown }
}

function idFields(operation: Operation): { kind: IdKind; path: string }[] {
  const fields: { kind: IdKind; path: string }[] = []
  for (const part of ['params', 'query', 'body'] as const) {
    sample(operation[part], (kind, path) => (fields.push({ kind, path }), newId()), part)
  }
  return fields
}

/** Parameters hold for the whole installation: only an actor bound at the root sets them (see parameters.test.ts). */
const rootOnly = new Set([
  'parameters.set',
  'honourClasses.create',
  'honourClasses.change',
  'holidays.set',
])

/** Asked of branches and groups; of what stands above them it is a mistake. */
const ofOrgans = new Set(['meetings.roster'])

/** Operations that a campaign of an organ above is open to; moving it on stays with that organ. */
const fromBelow = new Set([
  'campaigns.show',
  'campaigns.candidates',
  'campaigns.resolutions',
  'campaigns.nominate',
])

/** Kinds of records that can concern a member. */
const ofOneself: readonly IdKind[] = [
  'member',
  'meeting',
  'makeup',
  'announcement',
  'study',
  'service',
  'certificate',
  'honour',
  'talk',
  'follow-up',
  'responsibility',
]

/**
 * Where the records of who holds an account stand. Only these of the matrix's accounts stand for a person: the post of
 * first secretary is somebody's, of the root. Of the others' own records see talks.test.ts.
 */
const ownPlace: Partial<Record<Role, Place>> = { member: 'own', 'first-secretary': 'root' }

const permissionOf = (operation: Operation) =>
  operation.access.kind === 'permission' ? operation.access.permission : null

/** Kinds that stand in no organization. */
const ofInstallation: readonly IdKind[] = ['account', 'assignment', 'session']

/** Whether every id of the operation, standing at `place`, is within the role's reach. */
function reaches(role: Role, operation: Operation, place: Place): boolean {
  const permission = permissionOf(operation)
  const how = permission && grants[role][permission]
  const kinds = idFields(operation).map(({ kind }) => kind)
  if (kinds.length === 0) return true
  if (place === 'nonexistent') return false
  if (how === 'installation')
    return kinds.every((kind) => ofInstallation.includes(kind) || kind === 'organization')
  if (kinds.some((kind) => ofInstallation.includes(kind))) return false
  if (role === 'member' && kinds.every((kind) => kind === 'announcement'))
    return calling.includes(place)
  if (how === 'self')
    return place === ownPlace[role] && kinds.every((kind) => ofOneself.includes(kind))
  if (fromBelow.has(operation.name) && kinds.every((kind) => kind === 'campaign'))
    return [...reach[role], ...(above[role] ?? [])].includes(place)
  return reach[role].includes(place)
}

const at =
  (records: Records): ChooseId =>
  (kind) =>
    records[kind]

describe('every operation × every role × every place', () => {
  it('answers 401 to nobody, whatever is asked', async () => {
    for (const operation of allOperations) {
      if (operation.access.kind === 'anyone') continue
      const sent = await send(null, operation, at(world.records.branch))
      expect([operation.name, sent.status]).toEqual([operation.name, 401])
    }
  })

  it.each(allRoles)(
    'holds for %s: 403 without the permission, one 404 beyond the reach, no refusal within it',
    async (role) => {
      const wrong: string[] = []
      let cells = 0
      for (const operation of guarded) {
        const missing = await send(world.tokens[role], operation, at(world.records.nonexistent))
        for (const place of targets) {
          cells++
          const sent = await send(world.tokens[role], operation, at(world.records[place]))
          wrong.push(...faultsOf(role, operation, place, sent))
          // Of what is out of reach nothing tells whether it exists.
          if (sent.status === 404 && sent.text !== missing.text)
            wrong.push(`${role} ${operation.name} ${place} is told from what does not exist`)
        }
      }
      expect(wrong).toEqual([])
      expect(cells).toBe(guarded.length * targets.length)
    },
  )

  it('checks each id of an input by itself: one foreign id among own ones is the same 404', async () => {
    const wrong: string[] = []
    for (const role of ['organizer', 'branch-secretary', 'group-leader', 'discipline'] as const) {
      for (const operation of guarded) {
        const permission = permissionOf(operation)
        if (!permission || grants[role][permission] !== 'subtree') continue
        for (const field of idFields(operation)) {
          for (const place of ['foreign', 'root', 'nonexistent'] as const) {
            if (field.kind === 'campaign' && place === 'root' && fromBelow.has(operation.name))
              continue
            const sent = await send(world.tokens[role], operation, (kind, path) =>
              path === field.path ? world.records[place][kind] : world.records.own[kind],
            )
            if (sent.status !== 404)
              wrong.push(
                `${role} ${operation.name} ${field.path}=${place}: ${sent.status} ${sent.text.slice(0, 120)}`,
              )
          }
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('holds when fifty callers ask at once: every operation by every role, somewhere', async () => {
    const { pick, shuffle } = dice(20_261_123)
    const somewhere = () => pick(targets)
    const cells = guarded.flatMap((operation) =>
      allRoles.flatMap((role) => {
        const first = somewhere()
        const places = operation.method === 'GET' ? new Set([first, somewhere()]) : [first]
        return [...places].map((place) => ({ role, operation, place }))
      }),
    )
    const jobs = shuffle(cells)
    const wrong: string[] = []
    for (let start = 0; start < jobs.length; start += 50) {
      await Promise.all(
        jobs.slice(start, start + 50).map(async ({ role, operation, place }) => {
          const sent = await send(world.tokens[role], operation, at(world.records[place]))
          wrong.push(...faultsOf(role, operation, place, sent))
        }),
      )
    }
    expect(wrong).toEqual([])
    expect(new Set(cells.map(({ role, operation }) => `${role} ${operation.name}`)).size).toBe(
      allRoles.length * guarded.length,
    )
  })
})

/** What is wrong with the answer to a role that asks for something of a place. */
function faultsOf(role: Role, operation: Operation, place: Place, sent: Sent): string[] {
  const cell = `${role} ${operation.name} ${place}: ${sent.status} ${sent.text.slice(0, 160)}`
  const permission = permissionOf(operation)
  const granted = permission !== null && grants[role][permission] !== undefined
  if (!granted || rootOnly.has(operation.name)) return sent.status === 403 ? [] : [cell]
  if (!reaches(role, operation, place)) return sent.status === 404 ? [] : [cell]
  if ([401, 403, 404].includes(sent.status) || sent.status >= 500) return [cell]
  if (sent.status !== 200)
    return operation.method === 'GET' && !ofOrgans.has(operation.name) ? [cell] : []
  return leaks(role, operation, sent.json).map((leak) => `${cell} leaks ${leak}`)
}

const personal: readonly IdKind[] = [
  'member',
  'meeting',
  'makeup',
  'announcement',
  'post',
  'exemption',
  'nomination',
  'objection',
  'honour',
  'service',
  'certificate',
  'education',
  'education-follow-up',
  'talk',
  'follow-up',
  'responsibility',
]
/** What reaching a place does not open: only these see the talks there; a member the own one. */
const openTalks: readonly Role[] = ['discipline', 'first-secretary', 'member']

/** Ids of personal records in an answer that stand outside the role's reach. */
function leaks(role: Role, operation: Operation, json: unknown): string[] {
  const found = collectIds(operation.returns, json)
  const open = personal.filter(
    (kind) => (kind !== 'talk' && kind !== 'follow-up') || openTalks.includes(role),
  )
  const allowed = new Set(
    reach[role].flatMap((place) => open.map((kind) => world.records[place][kind])),
  )
  if (role === 'member') for (const place of calling) allowed.add(world.records[place].announcement)
  const known = new Set(
    targets.flatMap((place) => personal.map((kind) => world.records[place][kind])),
  )
  return personal.flatMap((kind) =>
    [...(found.get(kind) ?? [])].filter((id) => known.has(id) && !allowed.has(id)),
  )
}
