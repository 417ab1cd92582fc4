import { expect, test } from 'vitest'
import { icsOf } from '#domain/ics.ts'
import { readCalendarFile } from './support/calendarFile.ts'

test('a calendar is read by another program as it was meant', () => {
  const nasty = '大会, “学习”; 第一\\二\n第二行 END:VEVENT 😀 '.repeat(5).trim()
  const day = '2026-11-30'
  const { calendar, entries } = readCalendarFile(
    icsOf({
      name: '六链 · 张伟',
      description: '应开的会',
      today: '2026-11-23',
      refreshHours: 4,
      events: [
        { uid: 'a', summary: nasty, location: '三楼, 东', description: nasty, day, sequence: 0 },
        {
          uid: 'b',
          summary: '会',
          day,
          from: '09:30',
          to: '11:00',
          status: 'tentative',
          sequence: 2,
        },
      ],
    }),
  )
  const [first, second] = [entries.get('a'), entries.get('b')]
  expect(first).toMatchObject({ summary: nasty, location: '三楼, 东', datetype: 'date' })
  expect(first?.description).toBe(nasty)
  expect(second?.start.toISOString()).toBe('2026-11-30T01:30:00.000Z')
  expect(second?.end?.toISOString()).toBe('2026-11-30T03:00:00.000Z')
  expect(second).toMatchObject({ status: 'TENTATIVE', sequence: 2 })
  expect(calendar).toMatchObject({ 'WR-CALNAME': '六链 · 张伟' })
})
