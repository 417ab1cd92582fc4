import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { MemberId } from '#domain/ids.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'

/** A member's hours of the year, and the study activities still to come to which they are invited. */
export function MemberStudies({ memberId }: { memberId: MemberId }) {
  const { workbench } = useText()
  const t = workbench.member.study
  const { year } = useScope()
  const today = useToday()
  const hours = useQuery(
    queryOptionsOf(studiesContract.hours, { params: { id: memberId }, query: { year } }),
  )
  const coming = useQuery(
    queryOptionsOf(studiesContract.list, {
      query: { member: memberId, statuses: ['planned'], from: today, sort: 'heldOn', size: 5 },
    }),
  )
  if (!hours.data) return null
  const { minutes, targetMinutes, hourMinutes } = hours.data
  const told = (value: number) => number(Math.round((value / hourMinutes) * 100) / 100)
  return (
    <section className="wb-group" aria-labelledby="wb-study">
      <header>
        <h2 id="wb-study">{t.title(year)}</h2>
        <small>{t.of(told(minutes), told(targetMinutes))}</small>
        <Link className="wb-all" to={paths.member(memberId)}>
          {t.where}
        </Link>
      </header>
      {coming.data && coming.data.total > 0 ? (
        <ul className="wb-rows" data-still="">
          {coming.data.rows.map((one) => (
            <li key={one.id}>
              <Link className="wb-what" to={paths.study(one.id)}>
                {one.topic}
              </Link>
              <span className="wb-note">{one.organizationName}</span>
              <span className="wb-when">{t.coming(one.heldOn)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
