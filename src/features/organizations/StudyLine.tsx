import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { studiesContract } from '#domain/studies.contract.ts'
import type { OrganizationCard } from '#domain/organizations.ts'
import { studyKind } from '#domain/studies.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Section } from '#ui/Page.tsx'

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
  if (!found.data) return null
  const { cells } = found.data
  const countOf = (kind: string) =>
    cells.filter((cell) => cell.kind === kind).reduce((sum, { count }) => sum + count, 0)
  return (
    <Section
      title={studies.figures(year)}
      extra={<small className="og-note">{organizations.counts.studies}</small>}
    >
      <dl className="og-counts">
        {studyKind.options.map((kind) => {
          const count = countOf(kind)
          return (
            <div key={kind}>
              <dt>{studies.kindsShort[kind]}</dt>
              <dd>
                {count > 0 ? (
                  <Link
                    className="sc-link"
                    to={keep(paths.studies({ scope: card.id, kinds: kind, statuses: 'closed' }))}
                    aria-label={studies.figureOf(studies.kinds[kind], count)}
                  >
                    {number(count)}
                  </Link>
                ) : (
                  number(count)
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </Section>
  )
}
