import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { servicesContract } from '#domain/services.contract.ts'
import { dayInProse, inHours, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import '#ui/print.css'
import './services.css'

/** The certificate as it is printed, on A4. */
export function Component() {
  const { services: t } = useText()
  const keep = useKeepScope()
  const { id = '' } = useParams()
  const found = useQuery(queryOptionsOf(servicesContract.certificate, { params: { id: id } }))
  if (found.isError)
    return (
      <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
    )
  if (!found.data) return <SkeletonLines lines={10} />
  const one = found.data
  return (
    <div className="sc-print-page">
      <div className="sc-print-bar sc-no-print">
        <Link className="sv-button" to={keep(paths.serviceStars())}>
          {t.certificates}
        </Link>
        <Button type="primary" onClick={() => window.print()}>
          {t.paper.print}
        </Button>
      </div>
      <article className="sc-sheet sv-paper" aria-labelledby="page-title">
        <h1 id="page-title" tabIndex={-1}>
          {t.paper.title}
        </h1>
        <p className="sc-sheet-subtitle">{t.paper.number(one.number)}</p>
        <p>
          {t.paper.text(
            one.memberName,
            one.organizationName,
            dayInProse(one.from),
            dayInProse(one.to),
            one.records,
            number(one.visits),
            inHours(one.minutes),
          )}
        </p>
        {one.star > 0 ? <p>{t.paper.star(t.stars.star(one.star))}</p> : null}
        <p>{t.paper.basis}</p>
        <div className="sv-seal">
          <span>{one.bureauName}</span>
          <span>{dayInProse(one.issuedOn)}</span>
          <small>{t.paper.by(one.issuedBy)}</small>
        </div>
        <footer>{t.paper.check(one.number)}</footer>
      </article>
    </div>
  )
}
