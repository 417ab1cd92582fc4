import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { OrganizationId } from '#domain/ids.ts'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { useText } from '#lib/i18n.ts'
import { prefetch } from '#lib/loaders.ts'
import { readScope, useScope } from '#lib/scope.ts'
import { can, currentSession, useCan, useSession } from '#lib/session.ts'
import { readUrlState, useUrlState, writeUrlState } from '#lib/urlState.ts'
import { Page } from '#ui/Page.tsx'
import { Segments } from '#ui/Segments.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { CoverageView } from './CoverageView.tsx'
import { EducationsView, RecordEducation } from './EducationsView.tsx'
import { CreateResponsibility } from './CreateResponsibility.tsx'
import { OwnResponsibilitiesView } from './OwnResponsibilitiesView.tsx'
import { ResponsibilitiesView } from './ResponsibilitiesView.tsx'
import { FollowUpsView } from './FollowUpsView.tsx'
import { MeasuresView } from './MeasuresView.tsx'
import { PeopleView } from './PeopleView.tsx'
import { queries } from './queries.ts'
import { integrityState, views, type IntegrityState, type View } from './state.ts'
import { RecordTalk, TalksView } from './TalksView.tsx'
import { isOverTalks, useOverTalks } from './useOverTalks.ts'
import './integrity.css'

interface Held {
  looks: boolean
  overTalks: boolean
  /** Stands for a member, who may answer for items of the 责任清单. */
  answers: boolean
}

/** The views that the reader has, and which of them the address means. */
function viewsOf({ view = 'coverage' }: IntegrityState, { looks, overTalks, answers }: Held) {
  const has: Partial<Record<View, boolean>> = {
    talks: true,
    own: answers,
    followUps: looks && overTalks,
  }
  const shown = views.filter((one) => has[one] ?? looks)
  return { shown, view: shown.includes(view) ? view : ('talks' as const) }
}

/** What the first view is going to ask for. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const state = readUrlState(integrityState, searchParams)
  const { organizationId, year } = readScope(searchParams)
  const place = { organization: organizationId as OrganizationId, year }
  const looks = organizationId !== null && can('integrity.read')
  const overTalks = isOverTalks(currentSession())
  const ask: Record<View, () => void> = {
    coverage: () => {
      prefetch(integrityContract.coverage, { query: queries.coverage(state, place) })
      prefetch(integrityContract.followUpRate, { query: place })
    },
    people: () => prefetch(integrityContract.people, { query: queries.people(state, place) }),
    educations: () =>
      prefetch(integrityContract.educations, { query: queries.educations(state, place) }),
    measures: () =>
      prefetch(integrityContract.educationFollowUps, { query: queries.measures(state, place) }),
    responsibilities: () =>
      prefetch(integrityContract.responsibilities, {
        query: queries.responsibilities(state, place),
      }),
    own: () => prefetch(integrityContract.ownResponsibilities, { query: queries.own(state) }),
    talks: () => {
      if (can('integrity.detail'))
        prefetch(talksContract.list, { query: queries.talks(state, place, looks && overTalks) })
    },
    followUps: () => prefetch(talksContract.followUps, { query: queries.followUps(state, place) }),
  }
  const answers = currentSession().memberId !== null && can('integrity.answer')
  ask[viewsOf(state, { looks, overTalks, answers }).view]()
  return null
}

/** Chain 6, 廉洁教育: who was reached, what is owed, and, for the few who may, the talks. */
export function Component() {
  const { integrity: t } = useText()
  const may = useCan()
  const overTalks = useOverTalks()
  const { organizationId, year } = useScope()
  const answers = useSession().memberId !== null && may('integrity.answer')
  const [state, setState] = useUrlState(integrityState)
  const looks = organizationId !== null && may('integrity.read')
  const { shown, view } = viewsOf(state, { looks, overTalks, answers })
  const actions = {
    coverage: null,
    people: null,
    educations: <RecordEducation />,
    measures: null,
    responsibilities: <CreateResponsibility />,
    own: null,
    talks: may('integrity.talk') ? <RecordTalk /> : null,
    followUps: null,
  }
  const place = { organization: organizationId as OrganizationId, year }
  const props = { place, state, setState }

  return (
    <Page
      title={t.title}
      purpose={t.purposes[view]}
      action={actions[view]}
      filters={shown.length > 1 ? <Views shown={shown} chosen={view} /> : null}
    >
      {view === 'coverage' ? <CoverageView place={place} state={state} /> : null}
      {view === 'people' ? <PeopleView {...props} /> : null}
      {view === 'educations' ? <EducationsView {...props} /> : null}
      {view === 'measures' ? <MeasuresView {...props} /> : null}
      {view === 'responsibilities' ? <ResponsibilitiesView {...props} /> : null}
      {view === 'own' ? <OwnResponsibilitiesView state={state} setState={setState} /> : null}
      {view === 'followUps' ? <FollowUpsView {...props} /> : null}
      {view === 'talks' ? (
        may('integrity.detail') ? (
          <TalksView {...props} below={looks && overTalks} />
        ) : (
          <StateBlock kind="forbidden" />
        )
      ) : null}
    </Page>
  )
}

function Views({ shown, chosen }: { shown: readonly View[]; chosen: View }) {
  const { integrity: t } = useText()
  const [search] = useSearchParams()
  const to = (view: View) => {
    const keep = new URLSearchParams()
    for (const name of ['scope', 'year']) {
      const value = search.get(name)
      if (value) keep.set(name, value)
    }
    return writeUrlState(integrityState, keep, { view }).toString()
  }
  const items = shown.map((view) => ({ key: view, label: t.views[view], search: to(view) }))
  return <Segments label={t.views.label} items={items} chosen={chosen} />
}
