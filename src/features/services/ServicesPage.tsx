import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Returned } from '#domain/contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { call } from '#lib/api.ts'
import { inHours, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { listLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { listed, queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { useUrlState } from '#lib/urlState.ts'
import { nameIn } from '#parts/nameIn.ts'
import { RecordList } from '#parts/RecordList.tsx'
import { ButtonLink } from '#ui/Button.tsx'
import { ExportButton } from '#ui/ExportButton.tsx'
import { Page } from '#ui/Page.tsx'
import { Permit } from '#ui/Permit.tsx'
import { ConfirmPage } from './ConfirmPage.tsx'
import { Filters } from './Filters.tsx'
import { beside, listColumns } from './listColumns.tsx'
import { isFiltered, listState, none, queryOf, type ListState } from './listState.ts'
import { ServiceView } from './ServiceView.tsx'
import './services.css'

/** What the rows come to and, where some of them do not count (yet), how much does. */
function Sum({
  sum,
  state: { states, toConfirm },
}: {
  sum: Returned<typeof servicesContract.list>['sum']
  state: ListState
}) {
  const { services: t } = useText()
  const { visits, minutes, confirmed } = sum
  const all = t.sum(number(visits), inHours(minutes))
  const mixed =
    (!states && toConfirm !== 'true') ||
    (states !== undefined && states.length > 1 && states.includes('confirmed'))
  if (!mixed || confirmed.visits === visits) return all
  return `${all} · ${t.counted(number(confirmed.visits), inHours(confirmed.minutes))}`
}

export const loader = listLoader(servicesContract.list, listState, queryOf)

/** Service records: a member's own, or those of an organization with what waits for confirmation. */
export function Component() {
  const { services: t, ui } = useText()
  const scope = useScope()
  const keep = useKeepScope()
  const can = useCan()
  const [state, setState] = useUrlState(listState)
  const list = useQuery({
    ...queryOptionsOf(servicesContract.list, { query: queryOf(state, scope) }),
    placeholderData: keepPreviousData,
  })
  const office = scope.organizationId !== null
  const columns = useMemo(() => listColumns(t, office), [t, office])
  const log = (
    <Permit allowed={can('services.log')} reason={t.needLog}>
      <ButtonLink kind="primary" to={keep(paths.newService())}>
        {t.log}
      </ButtonLink>
    </Permit>
  )
  return (
    <Page
      title={t.title}
      purpose={office ? t.purpose : t.ownPurpose}
      action={
        <>
          <ExportButton
            label={ui.export.label}
            ask={(signal) => {
              const { page: _page, size: _size, ...body } = queryOf(state, scope)
              return call(servicesContract.exportList, { body, signal })
            }}
          />
          <ButtonLink to={keep(paths.serviceStars())}>{t.certificates}</ButtonLink>
          {log}
        </>
      }
      filters={
        <Filters
          state={state}
          office={office}
          memberName={nameIn(list, (row) => row.memberName)}
          onChange={setState}
        />
      }
    >
      <RecordList
        id="services"
        label={t.title}
        list={listed(list)}
        columns={columns}
        beside={beside}
        rowPath={({ id }) => keep(paths.services({ open: id }))}
        title={t.open}
        usual="-servedOn"
        empty={{ title: t.none, text: t.noneText, action: log }}
        onClearFilters={isFiltered(state) ? () => setState(none) : null}
        sum={
          <span className="sv-sum">
            {list.data ? <Sum sum={list.data.sum} state={state} /> : null}
          </span>
        }
        tools={can('services.confirm') ? <ConfirmPage rows={list.data?.rows ?? []} /> : null}
        state={state}
        setState={setState}
        detail={state.open ? <ServiceView id={state.open} /> : null}
      />
    </Page>
  )
}
