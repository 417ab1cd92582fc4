import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { recordLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Page } from '#ui/Page.tsx'
import AnnouncementView from './AnnouncementView.tsx'
import { asAnnouncementId } from './listState.ts'

const asked = (id = '') =>
  queryOptionsOf(announcementsContract.show, { params: { id: asAnnouncementId(id) } })

export const loader = recordLoader(announcementsContract.show)

/** One announcement on its own page: where a member answers, on a phone first. */
export function Component() {
  const { announcements: t } = useText()
  const keep = useKeepScope()
  const { id = '' } = useParams()
  const { data, isError } = useQuery(asked(id))
  return (
    <Page
      title={data?.title ?? t.title}
      purpose={
        data
          ? t.of(data.organizationName, dayInProse(data.heldOn), data.startedAt)
          : isError
            ? t.purpose
            : null
      }
      above={<Link to={keep(paths.announcements())}>{t.title}</Link>}
    >
      <AnnouncementView key={id} id={id} />
    </Page>
  )
}
