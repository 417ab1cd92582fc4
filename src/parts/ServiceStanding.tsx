import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { servicesContract } from '#domain/services.contract.ts'
import { inHours, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { Section } from '#ui/Page.tsx'
import { SkeletonFigures } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import './serviceStanding.css'

/**
 * What one member has served: star and hours of all years, the year by kind and by nature. Every number leads to the rows
 * it was counted from, wherever in the reader's reach they were made.
 */
export function ServiceStanding({ memberId }: { memberId: string }) {
  const { services: t } = useText()
  const { year } = useScope()
  const found = useQuery(
    queryOptionsOf(servicesContract.standing, { query: { member: memberId, year } }),
  )
  if (found.isError)
    return (
      <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
    )
  if (!found.data) return <SkeletonFigures count={4} />
  const {
    volunteerMinutes,
    elsewhereMinutes,
    star,
    ladder,
    toNext,
    kinds,
    natures,
    waiting,
    returned,
  } = found.data
  const rows = (query: object) => paths.services({ member: memberId, year, ...query })
  return (
    <Section title={t.stars.year(year)}>
      <p className="pt-star">
        <StatusTag tone={star > 0 ? 'honour' : 'neutral'} mark="star">
          {t.stars.star(star)}
        </StatusTag>
        <span>
          {t.stars.total}{' '}
          <b>
            <Link
              to={paths.services({
                member: memberId,
                any: 'true',
                volunteer: 'true',
                states: 'confirmed',
              })}
            >
              {t.hours(inHours(volunteerMinutes))}
            </Link>
          </b>
        </span>
        {elsewhereMinutes > 0 ? (
          <small>{t.stars.elsewhere(inHours(elsewhereMinutes))}</small>
        ) : null}
        <small>
          {toNext === null ? t.stars.top : t.stars.next(inHours(toNext))} ·{' '}
          {t.stars.ladder(ladder.join(' / '))}
        </small>
      </p>
      <dl className="pt-figures">
        {kinds.map((one) => (
          <div key={one.kind}>
            <dt>{t.kinds[one.kind]}</dt>
            <dd>
              <Link to={rows({ kinds: one.kind, states: 'confirmed' })}>
                {t.person(number(one.visits))}
              </Link>
              <small>
                {t.stars.records(one.records)} · {t.hours(inHours(one.minutes))}
              </small>
            </dd>
          </div>
        ))}
        {natures.map((one) => (
          <div key={String(one.volunteer)}>
            <dt>{one.volunteer ? t.stars.volunteered : t.stars.onDuty}</dt>
            <dd>
              <Link to={rows({ volunteer: String(one.volunteer), states: 'confirmed' })}>
                {t.person(number(one.visits))}
              </Link>
              <small>
                {t.stars.records(one.records)} · {t.hours(inHours(one.minutes))}
              </small>
            </dd>
          </div>
        ))}
        {waiting > 0 ? (
          <div>
            <dt>{t.stars.waiting}</dt>
            <dd>
              <Link to={`${rows({ states: 'logged' })}&states=appealed`}>
                {t.stars.records(waiting)}
              </Link>
            </dd>
          </div>
        ) : null}
        {returned > 0 ? (
          <div>
            <dt>{t.stars.returned}</dt>
            <dd>
              <Link to={rows({ states: 'returned' })}>{t.stars.records(returned)}</Link>
            </dd>
          </div>
        ) : null}
      </dl>
      {kinds.length === 0 ? <p className="pt-quiet">{t.stars.noneYear}</p> : null}
    </Section>
  )
}
