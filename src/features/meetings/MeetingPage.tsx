import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { recordLoader } from '#lib/loaders.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Page } from '#ui/Page.tsx'
import { useAnnouncedTitle } from '#ui/PagePlace.tsx'
import { asMeetingId } from './listState.ts'
import MeetingView from './MeetingView.tsx'

export const loader = recordLoader(meetingsContract.show)

export function Component() {
  const { meetings: t } = useText()
  const keep = useKeepScope()
  const { id = '' } = useParams()
  const announced = useAnnouncedTitle()
  const { data, isError } = useQuery(
    queryOptionsOf(meetingsContract.show, { params: { id: asMeetingId(id) } }),
  )
  return (
    <Page
      title={data?.title ?? announced ?? t.title}
      purpose={
        data
          ? t.show.purpose(data.organizationName, dayInProse(data.heldOn))
          : isError
            ? t.purpose
            : null
      }
      above={<Link to={keep(paths.meetings())}>{t.title}</Link>}
    >
      <MeetingView key={id} id={id} />
    </Page>
  )
}
