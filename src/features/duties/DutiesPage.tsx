import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useCan, useSession } from '#lib/session.ts'
import { useUrlState, writeUrlState } from '#lib/urlState.ts'
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
  usualDuty,
  views,
  type DutiesState,
} from './filter.ts'
import { Matrix } from './Matrix.tsx'
import { Tiles } from './Tiles.tsx'
import { organName, periodName } from './words.ts'
import './duties.css'
import './panel.css'

const ExemptionForm = lazy(() => import('./ExemptionForm.tsx'))

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
  const kind = roles.find(({ organizationId }) => organizationId === organization)?.organizationKind
  const duty = state.duty ?? usualDuty(kind)
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
