import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { studiesContract } from '#domain/studies.contract.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { recordLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Page } from '#ui/Page.tsx'
import { useAnnouncedTitle } from '#ui/PagePlace.tsx'
import { asStudyId } from './listState.ts'
import StudyView from './StudyView.tsx'

export const loader = recordLoader(studiesContract.show)

/** One activity on its own page. */
export function Component() {
  const { studies: t } = useText()
  const keep = useKeepScope()
  const { id = '' } = useParams()
  const announced = useAnnouncedTitle()
  const { data, isError } = useQuery(
    queryOptionsOf(studiesContract.show, { params: { id: asStudyId(id) } }),
  )
  return (
    <Page
      title={data?.topic ?? announced ?? t.title}
      purpose={
        data
          ? t.of(t.kinds[data.kind], data.organizationName, dayInProse(data.heldOn))
          : isError
            ? t.purpose
            : null
      }
      above={
        <Link className="sc-link" to={keep(paths.studies())}>
          {t.title}
        </Link>
      }
    >
      <StudyView key={id} id={id} />
    </Page>
  )
}
