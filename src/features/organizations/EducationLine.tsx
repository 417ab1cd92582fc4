import { useQuery } from '@tanstack/react-query'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { usePermits } from '#parts/permits.ts'
import { FigureLine } from './FigureLine.tsx'

/** The year's 警示教育 and whom it reached; talks have no number here. */
export function EducationLine({ card }: { card: OrganizationCard }) {
  const { organizations } = useText()
  const t = organizations.counts
  const { year } = useScope()
  const keep = useKeepScope()
  const above = [...card.trail.map(({ id }) => id), card.id]
  const may = usePermits()('integrity.read', above) === null
  const found = useQuery({
    ...queryOptionsOf(integrityContract.coverage, { query: { organization: card.id, year } }),
    enabled: may,
  })
  if (!may) return null
  const { educations, educated, reached, roster } = found.data ?? {}
  const open = (query: Record<string, string>) =>
    keep(paths.integrity({ scope: card.id, ...query }))
  const figure = (key: string, label: string, value: number | undefined, to: string) => ({
    key,
    label,
    value,
    to,
    spoken: (count: number) => t.openThese(label, count),
  })
  return (
    <FigureLine
      title={t.educationsOf(year)}
      note={`${t.educations} ${t.roster(number(roster ?? 0))}`}
      queries={[found]}
      figures={[
        figure('held', t.held, educations, open({ view: 'educations' })),
        figure('attendances', t.attendances, educated, open({ view: 'educations' })),
        figure('reached', t.reached, reached, open({ view: 'people', reached: 'true' })),
        figure(
          'unreached',
          t.unreached,
          roster === undefined || reached === undefined ? undefined : roster - reached,
          open({ view: 'people', reached: 'false' }),
        ),
      ]}
    />
  )
}
