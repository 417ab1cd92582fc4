import ical from 'node-ical'
import { calendarContract } from '#domain/calendar.contract.ts'
import type { TestApi } from './api.ts'

/** A calendar's entries by uid, as a program that is not ours reads them. @throws where it reads fewer than were written */
export function readCalendarFile(text: string) {
  const { vcalendar, ...rest } = ical.sync.parseICS(text)
  const entries = new Map(
    Object.values(rest).flatMap((one) => (one?.type === 'VEVENT' ? [[one.uid, one] as const] : [])),
  )
  const written = text.split('\r\n').filter((line) => line === 'BEGIN:VEVENT').length
  if (written !== entries.size) throw new Error(`${written} entries, but ${entries.size} uids`)
  return { calendar: vcalendar, entries }
}

type Read = () => Promise<string>

/** Makes an address for the bearer of a token, and answers what a program reads there, anew at each call. */
export async function subscribed(api: TestApi, token: string): Promise<Read> {
  const { path } = (await api.call(token, calendarContract.make)).body
  return async () => {
    const response = await api.app.request(`/api${path}`)
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return response.text()
  }
}

export const entriesOf = async (read: Read) => readCalendarFile(await read()).entries

/** Of one kind: `duty`, `meeting`, … */
export const uidsOf = (entries: ReadonlyMap<string, unknown>, kind: string): string[] =>
  [...entries.keys()].filter((uid) => uid.startsWith(`${kind}-`)).toSorted()

export async function summaries(read: Read, kind: string) {
  const entries = await entriesOf(read)
  return uidsOf(entries, kind)
    .map((uid) => {
      const summary = entries.get(uid)?.summary
      return typeof summary === 'string' ? summary : `${uid} has none`
    })
    .toSorted()
}
