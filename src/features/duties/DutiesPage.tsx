import { lazy, Suspense, useState } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { dutiesContract, exemptionsContract } from '#domain/duties.contract.ts'
import { useText } from '#lib/i18n.ts'
import { prefetch } from '#lib/loaders.ts'
import { queryClient } from '#lib/queryClient.ts'
import { readScope, useScope } from '#lib/scope.ts'
import { currentSession, useCan, useSession } from '#lib/session.ts'
import { readUrlState, useUrlState, writeUrlState } from '#lib/urlState.ts'
import { FilterChip } from '#ui/filters/FilterChip.tsx'
import { Page } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { Segments } from '#ui/Segments.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { CellPanel, useOpenedRow, type Opened } from './CellPanel.tsx'
import { DueChoice, DueFilters, DueList } from './DueList.tsx'
import { Exemptions } from './Exemptions.tsx'
import {
  cellKey,
  dutiesState,
  RATE,
  readCellKey,
  shownDuty,
  views,
  type DutiesState,
} from './filter.ts'
import { Matrix } from './Matrix.tsx'
import { dueOf, exemptionsOf, matrixQuery, summaryQuery } from './queries.ts'
import { Tiles } from './Tiles.tsx'
import { organName, periodName } from './words.ts'
import './duties.css'
import './panel.css'

const ExemptionForm = lazy(() => import('./ExemptionForm.tsx'))

/** What the view is going to ask for. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { organizationId: organization, year } = readScope(searchParams)
  if (organization === null) return null
  const state = readUrlState(dutiesState, searchParams)
  const { view, states, period, page, size } = state
  if (view === 'due') prefetch(dutiesContract.due, { query: dueOf(state, organization, year) })
  if (view === 'exemptions')
    prefetch(exemptionsContract.list, { query: exemptionsOf(state, organization) })
  if (view === 'matrix') {
    const duty = shownDuty(state, organization, currentSession().roles)
    void queryClient.prefetchQuery(summaryQuery(organization, year))
    void queryClient.prefetchQuery(
      matrixQuery({ organization, year, duty, states, period, page, size }),
    )
  }
  return null
}

/** Chain 2, 履责矩阵: are the duties kept, what is late, where. */
export function Component() {
  const { duties: t } = useText()
  const { organizationId: organization, year } = useScope()
  const [state, setState] = useUrlState(dutiesState)
  const { view } = state
  const duePurpose = state.ofYear ? t.due.purposeOfYear : t.due.purpose
  const purpose = { matrix: t.purpose, due: duePurpose, exemptions: t.exemptions.purpose }[view]
  return (
    <Page
      title={t.title}
      purpose={purpose}
      action={view === 'exemptions' ? <NewExemption scope={organization} /> : null}
      filters={
        <>
          <Views chosen={view} />
          {view === 'due' ? (
            <>
              <DueChoice chosen={state.overdue} />
              <DueFilters state={state} setState={setState} />
            </>
          ) : null}
          {view === 'due' && state.ofYear ? (
            <FilterChip
              label={t.year(year)}
              remove={t.due.anyYear}
              onRemove={() => setState({ ofYear: undefined })}
            />
          ) : null}
        </>
      }
    >
      {organization === null ? <StateBlock kind="forbidden" /> : null}
      {organization !== null && view === 'matrix' ? (
        <MatrixView {...{ organization, year, state, setState }} />
      ) : null}
      {organization !== null && view === 'due' ? (
        <DueList {...{ organization, year, state, setState }} />
      ) : null}
      {organization !== null && view === 'exemptions' ? (
        <Exemptions {...{ organization, state, setState }} />
      ) : null}
    </Page>
  )
}

function Views({ chosen }: { chosen: DutiesState['view'] }) {
  const { duties: t } = useText()
  const [search] = useSearchParams()
  const items = views.map((view) => ({
    key: view,
    label: t.views[view],
    search: writeUrlState(dutiesState, search, {
      view,
      open: undefined,
      states: undefined,
      overdue: undefined,
      ofYear: undefined,
      task: undefined,
      q: undefined,
      sort: undefined,
    }).toString(),
  }))
  return <Segments label={t.views.label} items={items} chosen={chosen} />
}

interface MatrixViewProps {
  organization: string
  year: number
  state: DutiesState
  setState: (change: Partial<DutiesState>, options?: { replace?: boolean }) => void
}

function MatrixView({ organization, year, state, setState }: MatrixViewProps) {
  const { duties: t } = useText()
  const { roles } = useSession()
  const duty = shownDuty(state, organization, roles)
  const cell = readCellKey(state.open)
  const opened: Opened | null = cell && { ...cell, duty, year }
  const { row } = useOpenedRow(opened)
  const column = cell?.column ?? RATE
  const title = row
    ? column === RATE
      ? t.panel.yearTitle(organName(row), year)
      : t.panel.title(organName(row), periodName(column, t))
    : t.names[duty]

  return (
    <>
      <Tiles organization={organization} year={year} chosen={duty} />
      <SplitView
        open={opened !== null}
        onClose={() => setState({ open: undefined })}
        title={title}
        list={<Matrix {...{ organization, year, duty, state, setState }} />}
        detail={
          opened ? (
            <CellPanel
              opened={opened}
              onOpen={(period) => setState({ open: cellKey(opened.organizationId, period) })}
            />
          ) : null
        }
      />
    </>
  )
}

function NewExemption({ scope }: { scope: string | null }) {
  const { duties: t } = useText()
  const can = useCan()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ReasonButton
        kind="primary"
        reason={can('exemptions.manage') ? null : t.exemptions.needRight}
        onClick={() => setOpen(true)}
      >
        {t.exemptions.create}
      </ReasonButton>
      {open && scope ? (
        <Suspense fallback={null}>
          <ExemptionForm scope={scope} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
