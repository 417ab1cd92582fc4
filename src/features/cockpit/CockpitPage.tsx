import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react'
import { cockpitContract } from '#domain/cockpit.contract.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import type { OrganizationId } from '#domain/ids.ts'
import { timeOf } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Page } from '#ui/Page.tsx'
import { SkeletonBlock } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { Headlines } from './Headlines.tsx'
import { SixChains } from './SixChains.tsx'
import './cockpit.css'

/** The charts come after the figures, which answer first. */
const Charts = {
  Members: lazy(() =>
    import('./Charts.tsx').then(({ MembersChart }) => ({ default: MembersChart })),
  ),
  Heat: lazy(() => import('./Charts.tsx').then(({ HeatChart }) => ({ default: HeatChart }))),
  Meetings: lazy(() =>
    import('./Charts.tsx').then(({ MeetingsChart }) => ({ default: MeetingsChart })),
  ),
  Services: lazy(() =>
    import('./Charts.tsx').then(({ ServicesChart }) => ({ default: ServicesChart })),
  ),
  Studies: lazy(() =>
    import('./Charts.tsx').then(({ StudiesChart }) => ({ default: StudiesChart })),
  ),
  Honours: lazy(() =>
    import('./PartCharts.tsx').then(({ HonoursChart }) => ({ default: HonoursChart })),
  ),
  Coverage: lazy(() =>
    import('./PartCharts.tsx').then(({ CoverageChart }) => ({ default: CoverageChart })),
  ),
}

/** A wall screen asks anew by itself. */
const RENEWAL = 60_000

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
  const { cockpit: t } = useText()
  const { year } = useScope()
  const mayReadIntegrity = useCan()('integrity.read')
  const stage = useRef<HTMLDivElement>(null)
  const wall = useWall(stage)
  const refresh: number | false = wall.on ? RENEWAL : false
  const options = { placeholderData: keepPreviousData, refetchInterval: refresh } as const
  const shown = useQuery({
    ...queryOptionsOf(cockpitContract.show, { query: { organization, year } }),
    ...options,
  })
  const summary = useQuery({
    ...queryOptionsOf(dutiesContract.summary, { query: { organization, year } }),
    ...options,
  })
  const failed = [shown, summary].find(({ isError, data }) => isError && !data)
  const { data } = shown

  return (
    <div ref={stage} className="ck" data-wall={wall.on || undefined}>
      <Page
        title={t.title}
        purpose={
          data
            ? `${t.purpose(data.name, data.year)}${wall.on ? ` ${t.renewed(timeOf(new Date(shown.dataUpdatedAt).toISOString()))}` : ''}`
            : '\u00a0'
        }
        action={
          <span className="ck-actions">
            <Button onClick={() => window.print()}>{t.print}</Button>
            <Button type="primary" onClick={wall.toggle}>
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
        {data && summary.data ? (
          <>
            <Headlines data={data} summary={summary.data} />
            <SixChains data={data} />
          </>
        ) : failed ? null : (
          <SkeletonBlock height={7} />
        )}
        <div className="ck-charts">
          <Suspense fallback={<SkeletonBlock height={24} />}>
            {data ? <Charts.Heat data={data} refresh={refresh} /> : null}
          </Suspense>
          <Suspense fallback={<SkeletonBlock height={24} />}>
            {data ? <Charts.Members data={data} /> : null}
          </Suspense>
          <Suspense fallback={<SkeletonBlock height={24} />}>
            {data ? <Charts.Meetings data={data} /> : null}
          </Suspense>
          <Suspense fallback={<SkeletonBlock height={24} />}>
            {data ? <Charts.Services data={data} /> : null}
          </Suspense>
          <Suspense fallback={<SkeletonBlock height={24} />}>
            {data ? <Charts.Studies data={data} /> : null}
          </Suspense>
          <Suspense fallback={<SkeletonBlock height={24} />}>
            {data ? <Charts.Honours data={data} /> : null}
          </Suspense>
          {mayReadIntegrity ? (
            <Suspense fallback={<SkeletonBlock height={24} />}>
              {data ? <Charts.Coverage data={data} refresh={refresh} /> : null}
            </Suspense>
          ) : null}
        </div>
      </Page>
    </div>
  )
}

/** 大屏: the page alone on the whole screen; Esc leaves it, as the browser does. */
function useWall(stage: RefObject<HTMLDivElement | null>) {
  const [on, setOn] = useState(false)
  useEffect(() => {
    const changed = () => setOn(document.fullscreenElement === stage.current)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [stage])
  const toggle = () => void (on ? document.exitFullscreen() : stage.current?.requestFullscreen())
  return { on, toggle }
}
