import { useQuery } from '@tanstack/react-query'
import { studiesContract } from '#domain/studies.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { studyKind } from '#domain/studies.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { FigureLine } from './FigureLine.tsx'

/** The year's closed study activities of the organization and below; every number opens its rows. */
export function StudyLine({ card }: { card: OrganizationCard }) {
  const { organizations, studies } = useText()
  const { year } = useScope()
  const keep = useKeepScope()
  const may = useCan()('studies.read')
  const found = useQuery({
    ...queryOptionsOf(studiesContract.counts, { query: { organization: card.id, year } }),
    enabled: may,
  })
  if (!may) return null
  const cells = found.data?.cells
  const figures = studyKind.options.map((kind) => {
    const value = cells
      ?.filter((cell) => cell.kind === kind)
      .reduce((sum, { count }) => sum + count, 0)
    return {
      key: kind,
      label: studies.kindsShort[kind],
      value,
      to: keep(paths.studies({ scope: card.id, kinds: kind, statuses: 'closed' })),
      spoken: (count: number) => studies.figureOf(studies.kinds[kind], count),
    }
  })
  return (
    <FigureLine
      title={studies.figures(year)}
      note={organizations.counts.studies}
      figures={figures}
      queries={[found]}
    />
  )
}
