import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { dutyTally, type DutySummary } from '#domain/duties.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'

const stages = ['full', 'probationary', 'candidate', 'activist', 'applicant'] as const

/**
 * Whether nobody stands on the roster of an organization and all below, told to whoever keeps it; null while that is
 * asked. Where a meeting of the year was kept there is somebody, so in use nothing is asked.
 */
export function useNobodyYet(organizationId: string, summary?: DutySummary): boolean | null {
  const can = useCan()
  const asks = summary !== undefined && dutyTally(summary).kept === 0 && can('members.manage')
  const { data, isPending } = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: organizationId } }),
    enabled: asks,
  })
  if (!asks) return false
  if (isPending) return null
  return data !== undefined && stages.every((stage) => data.counts[stage] === 0)
}

/** A house that was just opened: what is done first, in its order, before any list has a row. */
export function FirstSteps() {
  const { workbench } = useText()
  const t = workbench.start
  const keep = useKeepScope()
  const can = useCan()
  const steps = [
    { key: 'organizations', to: paths.organizations(), show: can('organizations.manage') },
    { key: 'members', to: paths.members(), show: true },
    { key: 'accounts', to: null, show: true },
    {
      key: 'past',
      to: paths.duties({ view: 'due', overdue: 'true' }),
      show: can('meetings.record'),
    },
  ] as const
  return (
    <section className="wb-group" aria-labelledby="wb-start">
      <header>
        <h2 id="wb-start">{t.title}</h2>
        <small>{t.hint}</small>
      </header>
      <ol className="wb-rows wb-steps">
        {steps
          .filter(({ show }) => show)
          .map(({ key, to }) => (
            <li key={key}>
              {to === null ? (
                <span className="wb-what">{t[key]}</span>
              ) : (
                <Link className="wb-what" to={keep(to)}>
                  {t[key]}
                </Link>
              )}
              <span className="wb-note">{t.why[key]}</span>
            </li>
          ))}
      </ol>
    </section>
  )
}
