import { useQuery } from '@tanstack/react-query'
import { dutiesContract } from '#domain/duties.contract.ts'
import { dutyTally } from '#domain/duties.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { percent } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { FigureLine } from './FigureLine.tsx'

/** The year's duties: what wants doing now, what was missed, how much of what is over was kept. */
export function DutyLine({ card }: { card: OrganizationCard }) {
  const t = useText().organizations.duties
  const { year } = useScope()
  const keep = useKeepScope()
  const may = useCan()('duties.read')
  const organization = card.id
  const summary = useQuery({
    ...queryOptionsOf(dutiesContract.summary, { query: { organization, year } }),
    enabled: may,
  })
  const due = useQuery({
    ...queryOptionsOf(dutiesContract.due, {
      query: { organization, year, overdue: 'false', size: 1 },
    }),
    enabled: may,
  })
  if (!may) return null
  const sum = summary.data && dutyTally(summary.data)
  const rate = sum && sum.past > 0 ? percent(sum.kept / sum.past) : '—'
  const listed = (overdue: 'true' | 'false') =>
    keep(paths.duties({ scope: organization, view: 'due', overdue, ofYear: 'true' }))
  return (
    <FigureLine
      title={t.heading(year)}
      note={t.note}
      queries={[summary, due]}
      figures={[
        {
          key: 'due',
          label: t.due,
          value: due.data?.total,
          to: listed('false'),
          spoken: (n) => t.open(t.due, `${n}`),
        },
        {
          key: 'missing',
          label: t.missing,
          value: sum?.missing,
          to: listed('true'),
          spoken: (n) => t.open(t.missing, `${n}`),
        },
        {
          key: 'rate',
          label: t.rate,
          value: sum?.past,
          written: rate,
          to: keep(paths.duties({ scope: organization })),
          spoken: () => t.open(t.rate, rate),
        },
      ]}
    />
  )
}
