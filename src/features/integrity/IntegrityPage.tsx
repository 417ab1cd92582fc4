import { useSearchParams } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { useScope } from '#lib/scope.ts'
import { useCan, useSession } from '#lib/session.ts'
import { useUrlState, writeUrlState } from '#lib/urlState.ts'
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
import { integrityState, views, type View } from './state.ts'
import { RecordTalk, TalksView } from './TalksView.tsx'
import { useOverTalks } from './useOverTalks.ts'
import './integrity.css'

/** Chain 6, 廉洁教育: who was reached, what is owed, and, for the few who may, the talks. */
export function Component() {
  const { integrity: t } = useText()
  const can = useCan()
  const overTalks = useOverTalks()
  const { organizationId, year } = useScope()
  const answers = useSession().memberId !== null && can('integrity.answer')
  const [state, setState] = useUrlState(integrityState)
  const looks = organizationId !== null && can('integrity.read')
  const shown = views.filter((view) =>
    view === 'talks'
      ? true
      : view === 'own'
        ? answers
        : view === 'followUps'
          ? looks && overTalks
          : looks,
  )
  const wanted = state.view ?? 'coverage'
  const view = shown.includes(wanted) ? wanted : 'talks'
  const actions = {
    coverage: null,
    people: null,
    educations: <RecordEducation />,
    measures: null,
    responsibilities: <CreateResponsibility />,
    own: null,
    talks: can('integrity.talk') ? <RecordTalk /> : null,
    followUps: null,
  }
  const place = { organization: organizationId ?? '', year, state, setState }

  return (
    <Page
      title={t.title}
      purpose={t.purposes[view]}
      action={actions[view]}
      filters={shown.length > 1 ? <Views shown={shown} chosen={view} /> : null}
    >
      {view === 'coverage' ? <CoverageView {...place} /> : null}
      {view === 'people' ? <PeopleView {...place} /> : null}
      {view === 'educations' ? <EducationsView {...place} /> : null}
      {view === 'measures' ? <MeasuresView {...place} /> : null}
      {view === 'responsibilities' ? <ResponsibilitiesView {...place} /> : null}
      {view === 'own' ? <OwnResponsibilitiesView {...place} /> : null}
      {view === 'followUps' ? <FollowUpsView {...place} /> : null}
      {view === 'talks' ? (
        can('integrity.detail') ? (
          <TalksView {...place} looks={looks} />
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
