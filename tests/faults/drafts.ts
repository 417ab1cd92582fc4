import { ask, type Reply } from './client.ts'

/** Makes the body of a new meeting of one branch, with everybody on its list of that day. */
export type Draft = (title: string) => Record<string, unknown>

/** What a branch secretary of the demo bureau would type today. */
export async function draftsOf(url: string, cookie: string): Promise<Draft> {
  const headers = { cookie }
  const { json: view } = await ask(`${url}/api/session`, { headers })
  const session = view?.session as { roles: { organizationId: string; role: string }[] }
  const role = session.roles.find((one) => one.role === 'branch-secretary')
  const query = new URLSearchParams({
    organization: role?.organizationId ?? '',
    on: String(view?.today),
    types: 'theme-day',
  })
  const roster = await ask(`${url}/api/meetings/roster?${query}`, { headers })
  const entries = (roster.json?.entries ?? []) as { memberId: string }[]
  const [chair, recorder] = entries
  if (!chair || !recorder) throw new Error(`the roster answered ${roster.status}: ${roster.text}`)
  return (title) => ({
    organizationId: role?.organizationId,
    types: ['theme-day'],
    title,
    heldOn: view?.today,
    startedAt: '09:00',
    place: '三楼会议室',
    chairId: chair.memberId,
    recorderId: recorder.memberId,
    attendance: entries.map(({ memberId }) => ({ memberId, status: 'present' })),
  })
}

export interface Submission {
  key: string
  title: string
}

/** Sends one meeting under its Idempotency-Key; rejects when the connection breaks. */
export const submit = (
  url: string,
  cookie: string,
  draft: Draft,
  { key, title }: Submission,
): Promise<Reply> =>
  ask(`${url}/api/meetings`, {
    body: draft(title),
    headers: { cookie, 'idempotency-key': key },
  })
