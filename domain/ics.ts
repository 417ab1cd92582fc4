import { addDays, type Day } from './dates.ts'

/** One entry of a calendar. */
export interface IcsEvent {
  /** The same at every fetch, so that a client changes the entry instead of adding one. */
  uid: string
  summary: string
  location?: string | null
  description?: string | null
  /** All day from `day` to `lastDay`, or at a time of day in Shanghai, `HH:MM`. */
  day: Day
  lastDay?: Day | null
  from?: string | null
  to?: string | null
  /** How often it was changed; null where it is derived anew each day: then the day itself is told as LAST-MODIFIED. */
  sequence: number | null
  /** Not yet signed: it may still change; or called off. */
  status?: 'tentative' | 'cancelled'
}

export interface IcsCalendar {
  name: string
  description: string
  /** The day at whose beginning in Shanghai the entries are said to be made: the same day, the same text. */
  today: Day
  /** How often a client should ask again. */
  refreshHours: number
  events: readonly IcsEvent[]
}

const zone = 'Asia/Shanghai'

/** RFC 5545 §3.1: a line has at most 75 octets without its end. */
const MOST = 75

/** RFC 5545 §3.3.11. What a text may not hold, control characters but the newline, is left out. */
export const icsText = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .toWellFormed()
    .replaceAll(/[\\,;]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)

const octets = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4
}

/** RFC 5545 §3.1: folded between characters, never inside one; a continuation begins with a blank, which counts. */
export function foldLine(line: string): string {
  let folded = ''
  let length = 0
  for (const sign of line) {
    const size = octets(sign)
    if (length + size > MOST) {
      folded += '\r\n '
      length = 1
    }
    folded += sign
    length += size
  }
  return folded
}

const date = (day: Day): string => day.replaceAll('-', '')
const local = (day: Day, time: string): string => `${date(day)}T${time.replace(':', '')}00`
/** Midnight in Shanghai, +08:00. */
const midnight = (day: Day): string => `${date(addDays(day, -1))}T160000Z`

/** An end that lies before its beginning is none of the same day; without one the client decides. */
function span({ day, lastDay, from, to, status }: IcsEvent): string[] {
  if (!from) {
    const last = lastDay && lastDay > day ? lastDay : day
    return [
      `DTSTART;VALUE=DATE:${date(day)}`,
      // Exclusive.
      `DTEND;VALUE=DATE:${date(addDays(last, 1))}`,
      // What is due blocks nobody's day.
      'TRANSP:TRANSPARENT',
    ]
  }
  return [
    `DTSTART;TZID=${zone}:${local(day, from)}`,
    ...(to && to > from ? [`DTEND;TZID=${zone}:${local(day, to)}`] : []),
    // What was called off leaves the time free.
    `TRANSP:${status === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE'}`,
  ]
}

const eventLines = (event: IcsEvent, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${icsText(event.uid)}`,
  `DTSTAMP:${stamp}`,
  event.sequence === null ? `LAST-MODIFIED:${stamp}` : `SEQUENCE:${event.sequence}`,
  ...span(event),
  `SUMMARY:${icsText(event.summary)}`,
  ...(event.location ? [`LOCATION:${icsText(event.location)}`] : []),
  ...(event.description ? [`DESCRIPTION:${icsText(event.description)}`] : []),
  `STATUS:${(event.status ?? 'confirmed').toUpperCase()}`,
  'END:VEVENT',
]

/** Since 1991 Shanghai has no summer time, and no record here is older. */
const zoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A calendar as text/calendar: RFC 5545, with the name, description and interval of RFC 7986 and their older X- names. */
export function icsOf({ name, description, today, refreshHours, events }: IcsCalendar): string {
  const stamp = midnight(today)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//six-chains//calendar//ZH',
    'CALSCALE:GREGORIAN',
    `NAME:${icsText(name)}`,
    `X-WR-CALNAME:${icsText(name)}`,
    `DESCRIPTION:${icsText(description)}`,
    `X-WR-CALDESC:${icsText(description)}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
    ...zoneLines,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}
