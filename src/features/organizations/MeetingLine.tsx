import type { OrganizationCard } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { attendanceRate, countedRows, useAttendance } from '#parts/useAttendance.ts'
import { FigureLine } from './FigureLine.tsx'

/** The year's meetings that count, and how many of those expected came; every number opens these meetings. */
export function MeetingLine({ card }: { card: OrganizationCard }) {
  const { organizations } = useText()
  const t = organizations.counts
  const { year } = useScope()
  const keep = useKeepScope()
  const may = useCan()('meetings.read')
  const { sum, asked } = useAttendance(card.id, year, may)
  if (!may) return null
  const statuses = countedRows.statuses.map((status) => `statuses=${status}`).join('&')
  const to = keep(`${paths.meetings({ scope: card.id })}&${statuses}`)
  const figure = (key: string, label: string, value: number | undefined) => ({
    key,
    label,
    value,
    to,
    spoken: (count: number) => t.openMeetings(label, `${count}`),
  })
  return (
    <FigureLine
      title={t.meetingsOf(year)}
      note={t.meetings}
      queries={[asked]}
      figures={[
        figure('meetings', t.counted, sum?.meetings),
        figure('expected', t.expected, sum?.expected),
        figure('present', t.present, sum?.present),
        {
          ...figure('rate', t.rate, sum?.present),
          ...(sum && {
            written: attendanceRate(sum),
            spoken: () => t.openMeetings(t.rate, attendanceRate(sum)),
          }),
        },
      ]}
    />
  )
}
