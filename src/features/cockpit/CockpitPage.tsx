import { useRef } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { honourClassesContract } from '#domain/honours.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { queryClient } from '#lib/queryClient.ts'
import { readScope, useScope } from '#lib/scope.ts'
import { can, currentView } from '#lib/session.ts'
import { readUrlState } from '#lib/urlState.ts'
import { usePaper } from '#parts/usePaper.ts'
import { WallFoot } from '#parts/WallFoot.tsx'
import { Button } from '#ui/Button.tsx'
import { printCharts } from '#ui/chart/turns.ts'
import { Page } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { TurnBar } from '#ui/TurnBar.tsx'
import { Blocks } from './Blocks.tsx'
import { CockpitSkeleton } from './CockpitSkeleton.tsx'
import { FIRST_DUTY, yearBefore } from './figures.ts'
import { cockpitState } from './state.ts'
import { Headlines } from './Headlines.tsx'
import { useCockpit } from './useCockpit.ts'
import { RENEWAL, useWall } from './useWall.ts'
import '#ui/print.css'
import './cockpit.css'
import './wall.css'

/** Asked as soon as the code is here, all at once; nobody waits for the answers before the page stands. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { organizationId, year } = readScope(searchParams)
  if (organizationId === null) return null
  const query = { organization: organizationId as OrganizationId, year }
  void queryClient.prefetchQuery(queryOptionsOf(cockpitContract.show, { query }))
  void queryClient.prefetchQuery(queryOptionsOf(dutiesContract.summary, { query }))
  const before = { ...query, ...yearBefore(year, currentView().today) }
  void queryClient.prefetchQuery(queryOptionsOf(dutiesContract.summary, { query: before }))
  const { duty = FIRST_DUTY } = readUrlState(cockpitState, searchParams)
  void queryClient.prefetchQuery(queryOptionsOf(dutiesContract.heat, { query: { ...query, duty } }))
  void queryClient.prefetchQuery(queryOptionsOf(honourClassesContract.list))
  if (can('integrity.read'))
    void queryClient.prefetchQuery(queryOptionsOf(integrityContract.coverage, { query }))
  return null
}

/** 驾驶舱: of any scope and year, are the duties kept, what is late, where. */
export function Component() {
  const { organizationId } = useScope()
  return organizationId === null ? (
    <StateBlock kind="forbidden" />
  ) : (
    <Cockpit organization={organizationId as OrganizationId} />
  )
}

function Cockpit({ organization }: { organization: OrganizationId }) {
  const { cockpit: t, ui } = useText()
  const { organizationName, year } = useScope()
  usePaper('a4')
  const stage = useRef<HTMLDivElement>(null)
  const wall = useWall(stage)
  const queries = useCockpit({ organization, year }, wall.on ? RENEWAL : false)
  const { shown, summary, lastYear, asOf } = queries
  const failed = [shown, summary].find(({ isError, data }) => isError && !data)
  const { data } = shown
  const name = data?.name ?? organizationName

  return (
    <div ref={stage} className="ck" data-wall={wall.on || undefined}>
      <Page
        title={t.title}
        purpose={name ? t.purpose(name, data?.year ?? year) : failed ? '' : null}
        action={
          <span className="ck-actions">
            <Button onClick={() => void printCharts()}>{t.print}</Button>
            <Button kind="primary" onClick={wall.toggle}>
              {wall.on ? t.leaveWall : t.wall}
            </Button>
          </span>
        }
      >
        {failed ? (
          <StateBlock
            kind="error"
            text={failed.error?.message}
            onRetry={() => void failed.refetch()}
          />
        ) : null}
        {data && summary.data && !lastYear.isPending ? (
          <>
            <p className="ck-stamp">{ui.wall.asOf(instantInProse(new Date(asOf).toISOString()))}</p>
            <Headlines data={data} summary={summary.data} before={lastYear.data} />
            <Blocks data={data} summary={summary.data} queries={queries} turns={wall.turns} />
          </>
        ) : failed ? null : (
          <CockpitSkeleton />
        )}
      </Page>
      {wall.on ? (
        <div className="ck-foot">
          {wall.turns ? <TurnBar turns={wall.turns} /> : null}
          <WallFoot asOf={asOf} renewal={RENEWAL} />
        </div>
      ) : null}
    </div>
  )
}
