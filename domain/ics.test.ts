import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { foldLine, icsOf, icsText, type IcsEvent } from './ics.ts'

const bytes = (text: string): number => new TextEncoder().encode(text).length
const unfolded = (text: string): string => text.replaceAll('\r\n ', '')

const calendar = (...events: IcsEvent[]): string =>
  icsOf({
    name: '六链 张伟',
    description: '应开的会, 要做的事; 每四小时一次',
    today: '2026-11-23',
    refreshHours: 4,
    events,
  })
const event: IcsEvent = { uid: 'a@six-chains', summary: '会', day: '2026-11-30', sequence: 0 }

describe('RFC 5545 §3.3.11, text', () => {
  test.each([
    ['a,b;c', String.raw`a\,b\;c`],
    [String.raw`back\slash`, String.raw`back\\slash`],
    ['one\ntwo\r\nthree\rfour', String.raw`one\ntwo\nthree\nfour`],
    ['：，；、', '：，；、'],
    ['\u0000\u0007bell\tblank', 'bell blank'],
    ['\u2028line\u0085', String.raw`\nline\n`],
    ['END:VEVENT\r\nBEGIN:VALARM', String.raw`END:VEVENT\nBEGIN:VALARM`],
    ['\uD83D', '\uFFFD'],
  ])('%j reads %j', (text, written) => {
    expect(icsText(text)).toBe(written)
  })
})

describe('RFC 5545 §3.1, folding at 75 octets', () => {
  test.each([
    ['seventy-five stay', 'x'.repeat(75), 1],
    ['the seventy-sixth is folded', 'x'.repeat(76), 2],
    ['twenty-five Han characters stay', '会'.repeat(25), 1],
    ['the twenty-sixth is folded', '会'.repeat(26), 2],
    ['a continuation holds its blank and 74', 'x'.repeat(75 + 74), 2],
    ['and no more', 'x'.repeat(75 + 75), 3],
    ['four octets are never cut', `${'x'.repeat(73)}😀`, 2],
    ['nothing', '', 1],
  ])('%s', (_, line, lines) => {
    const folded = foldLine(line)
    expect(folded.split('\r\n')).toHaveLength(lines)
    expect(unfolded(folded)).toBe(line)
    for (const one of folded.split('\r\n')) expect(bytes(one)).toBeLessThanOrEqual(75)
  })

  it('holds for any text, and unfolded it is the text again', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, (raw) => {
        const line = icsText(raw)
        const folded = foldLine(line)
        expect(unfolded(folded)).toBe(line)
        for (const one of folded.split('\r\n')) {
          expect(bytes(one)).toBeLessThanOrEqual(75)
          expect(one.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})

describe('a calendar', () => {
  it('ends every line by CRLF, and says its name, zone and interval', () => {
    const text = calendar(event)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = unfolded(text).split('\r\n')
    for (const line of [
      'VERSION:2.0',
      'X-WR-CALNAME:六链 张伟',
      String.raw`X-WR-CALDESC:应开的会\, 要做的事\; 每四小时一次`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'TZID:Asia/Shanghai',
      'TZOFFSETTO:+0800',
    ])
      expect(lines).toContain(line)
  })

  // A day's last entry ends with the next day (DTEND is exclusive, §3.6.1).
  test.each<[string, Partial<IcsEvent>, string[]]>([
    ['all day', {}, ['DTSTART;VALUE=DATE:20261130', 'DTEND;VALUE=DATE:20261201']],
    [
      'several days',
      { lastDay: '2027-01-02' },
      ['DTSTART;VALUE=DATE:20261130', 'DTEND;VALUE=DATE:20270103'],
    ],
    [
      'a last day before the first',
      { lastDay: '2026-11-01' },
      ['DTSTART;VALUE=DATE:20261130', 'DTEND;VALUE=DATE:20261201'],
    ],
    [
      'at a time',
      { from: '09:00', to: '10:30' },
      ['DTSTART;TZID=Asia/Shanghai:20261130T090000', 'DTEND;TZID=Asia/Shanghai:20261130T103000'],
    ],
    ['without an end', { from: '09:00' }, ['DTSTART;TZID=Asia/Shanghai:20261130T090000']],
    [
      'an end before its beginning',
      { from: '09:00', to: '08:00' },
      ['DTSTART;TZID=Asia/Shanghai:20261130T090000'],
    ],
  ])('%s', (_, over, expected) => {
    const lines = calendar({ ...event, ...over }).split('\r\n')
    const inside = lines.slice(lines.indexOf('BEGIN:VEVENT'))
    expect(inside.filter((line) => /^DT(START|END)/.test(line))).toEqual(expected)
  })

  test.each([
    ['a record tells how often it was changed', 3, 'SEQUENCE:3'],
    ['what is derived tells the day', null, 'LAST-MODIFIED:20261122T160000Z'],
  ])('%s', (_, sequence, line) => {
    const lines = calendar({ ...event, sequence }).split('\r\n')
    expect(lines).toContain(line)
    expect(lines).toContain('DTSTAMP:20261122T160000Z')
  })
})
