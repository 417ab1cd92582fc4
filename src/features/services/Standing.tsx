import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { servicesContract } from '#domain/services.contract.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { Section } from '#ui/Page.tsx'
import { SkeletonFigures } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { inHours } from './words.ts'

/** Every number leads to the rows it was counted from. */
export function Standing({ memberId }: { memberId: string }) {
  const { services: t } = useText()
  const { year } = useScope()
  const keep = useKeepScope()
  const found = useQuery(
    queryOptionsOf(servicesContract.standing, { query: { member: memberId, year } }),
  )
  if (found.isError)
    return (
      <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
    )
  if (!found.data) return <SkeletonFigures count={4} />
  const { volunteerMinutes, star, ladder, toNext, kinds, waiting, returned } = found.data
  const rows = (query: object) => keep(paths.services({ member: memberId, ...query }))
  return (
    <Section title={t.stars.year(year)}>
      <p className="sv-star">
        <StatusTag tone={star > 0 ? 'honour' : 'neutral'} mark="star">
          {t.stars.star(star)}
        </StatusTag>
        <span>
          {t.stars.total} <b>{t.hours(inHours(volunteerMinutes))}</b>
        </span>
        <small>
          {toNext === null ? t.stars.top : t.stars.next(inHours(toNext))} ·{' '}
          {t.stars.ladder(ladder.join(' / '))}
        </small>
      </p>
      <dl className="sv-figures">
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
      {kinds.length === 0 ? <p className="sv-quiet">{t.stars.noneYear}</p> : null}
    </Section>
  )
}
