import { sql, type Kysely } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import type { Request } from './load.ts'

/** Places of the large tree, by their level below the root. */
export interface Places {
  root: string
  /** One of the twenty: 250 organizations of 5,000. */
  twentieth: string
  branches: readonly string[]
  /** The first branch and somebody of it. */
  branch: string
  member: string
}

export async function placesOf(db: Kysely<Tables>): Promise<Places> {
  const { rows } = await sql<{ id: string; level: number }>`
    select id, cardinality(string_to_array(path, '.')) - 1 as level from organization
    order by path`.execute(db)
  const at = (level: number) => rows.filter((row) => row.level === level).map(({ id }) => id)
  const branches = at(4)
  const [root = ''] = at(1)
  const [twentieth = ''] = at(2)
  const [branch = ''] = branches
  const member = await sql<{ id: string }>`
    select id from member where organization_id = ${branch} order by id limit 1`.execute(db)
  return { root, twentieth, branches, branch, member: member.rows[0]?.id ?? '' }
}

const today = Date.UTC(2026, 10, 23)
const dayAfter = (days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10)

/** What is asked; the year is the one of the store's day. */
export function operationsOf(places: Places) {
  const { branches, branch, member } = places
  const counts = (id: string) => `/api/meetings/counts?organization=${id}&year=2026`
  return {
    list: () => ({
      path: `/api/members?organization=${places.twentieth}&q=${encodeURIComponent('明')}&size=20`,
    }),
    countsRoot: () => ({ path: counts(places.root) }),
    countsPart: () => ({ path: counts(places.twentieth) }),
    /** The record with the fewest rows beside it: an exemption of one branch for one day. */
    insert: (turn: number) => {
      const day = dayAfter(Math.floor(turn / branches.length))
      return {
        path: '/api/exemptions',
        body: {
          organizationId: branches[turn % branches.length],
          duty: 'theme-day',
          from: day,
          to: day,
          reason: '防汛值守',
          documentNumber: `测〔2026〕${turn}号`,
        },
      }
    },
    /** A meeting in its branch, judged against the roster of its day. */
    draft: (turn: number) => ({
      path: '/api/meetings',
      body: {
        organizationId: branch,
        types: ['theme-day'],
        title: `主题党日 ${turn}`,
        heldOn: '2026-11-20',
        startedAt: '15:00',
        place: '三楼会议室',
        chairId: member,
        recorderId: member,
        attendance: [],
      },
    }),
    summaryRoot: () => ({ path: `/api/duties/summary?organization=${places.root}&year=2026` }),
    matrixRoot: () => ({
      path: `/api/duties?organization=${places.root}&year=2026&duty=theme-day&size=20`,
    }),
  } satisfies Record<string, Request>
}
