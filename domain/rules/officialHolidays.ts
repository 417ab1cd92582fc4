import { addDays, type Day } from '#domain/dates.ts'
import type { SpecialDay } from './workdays.ts'

/** The State Council's arrangement of a year, with which an installation begins; the bureau edits its own copy. */
export interface OfficialYear {
  year: number
  source: string
  days: readonly SpecialDay[]
}

type Span = readonly [name: string, from: Day, to: Day, workingWeekends?: readonly Day[]]

function daysOf(spans: readonly Span[]): SpecialDay[] {
  const days: SpecialDay[] = []
  for (const [name, from, to, working = []] of spans) {
    for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, name, off: true })
    for (const day of working) days.push({ day, name: `${name}调休上班`, off: false })
  }
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

// The migration ships these rows and its checksum is kept: what is published here is not edited, a new year is added in the table.
export const officialYears: readonly OfficialYear[] = [
  {
    year: 2025,
    source: '国办发明电〔2024〕12号',
    days: daysOf([
      ['元旦', '2025-01-01', '2025-01-01'],
      ['春节', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
      ['清明节', '2025-04-04', '2025-04-06'],
      ['劳动节', '2025-05-01', '2025-05-05', ['2025-04-27']],
      ['端午节', '2025-05-31', '2025-06-02'],
      ['国庆节、中秋节', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
    ]),
  },
  {
    year: 2026,
    source: '国办发明电〔2025〕7号',
    days: daysOf([
      ['元旦', '2026-01-01', '2026-01-03', ['2026-01-04']],
      ['春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
    ]),
  },
]
