import { useQuery } from '@tanstack/react-query'
import type { OrganizationCard } from '#domain/organizations.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { waitingStates } from '#domain/services.states.ts'
import { serviceKind } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { FigureLine } from './FigureLine.tsx'

/** The year's confirmed 人次 by kind, and the records that still wait for a confirmation. */
export function ServiceLine({ card }: { card: OrganizationCard }) {
  const { organizations, services } = useText()
  const t = organizations.counts
  const { year } = useScope()
  const keep = useKeepScope()
  const may = useCan()('services.read')
  const counts = useQuery({
    ...queryOptionsOf(servicesContract.counts, { query: { organization: card.id, year } }),
    enabled: may,
  })
  const waiting = useQuery({
    ...queryOptionsOf(servicesContract.list, {
      query: { organization: card.id, year, states: [...waitingStates], size: 1 },
    }),
    enabled: may,
  })
  if (!may) return null
  const cells = counts.data?.cells
  const states = waitingStates.map((state) => `states=${state}`).join('&')
  const figures = serviceKind.options.map((kind) => {
    const value = cells
      ?.filter((cell) => cell.kind === kind)
      .reduce((sum, { visits }) => sum + visits, 0)
    return {
      key: kind,
      label: services.kinds[kind],
      value,
      to: keep(paths.services({ scope: card.id, kinds: kind, states: 'confirmed' })),
      spoken: (visits: number) => t.openServices(services.kinds[kind], visits),
    }
  })
  return (
    <FigureLine
      title={t.servicesOf(year)}
      note={t.services}
      queries={[counts, waiting]}
      figures={[
        ...figures,
        {
          key: 'waiting',
          label: t.waiting,
          value: waiting.data?.total,
          to: keep(`${paths.services({ scope: card.id })}&${states}`),
          spoken: (total: number) => t.openServices('', total),
        },
      ]}
    />
  )
}
