import { useQuery } from '@tanstack/react-query'
import { upkeepContract } from '#domain/system.contract.ts'
import { instantInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { prefetch } from '#lib/loaders.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { Failed } from '#parts/Failed.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import './system.css'

export const loader = () => {
  prefetch(upkeepContract.show)
  return null
}

/** When the machine was last looked after, for whoever must know before it is needed. */
export function Component() {
  const t = useText().system.upkeep
  const query = useQuery(queryOptionsOf(upkeepContract.show))
  const { data } = query
  const at = (instant: string | null, never: string) => (instant ? instantInProse(instant) : never)
  return (
    <Page title={t.title} purpose={t.purpose}>
      {query.isError ? <Failed query={query} /> : null}
      {query.isPending ? <SkeletonLines lines={4} /> : null}
      {data ? (
        <>
          <Section title={t.backup}>
            <p>
              <b>{data.backup.kept ? at(data.backup.lastAt, t.backupNever) : t.backupElsewhere}</b>
            </p>
            {data.backup.overdue ? <VerdictLine level="warning">{t.overdue}</VerdictLine> : null}
            {data.backup.kept ? <p className="sy-quiet">{t.backupText}</p> : null}
          </Section>
          <Section title={t.verified}>
            <p>
              <b>{at(data.verifiedAt, t.verifiedNever)}</b>
            </p>
            <p className="sy-quiet">{t.verifiedText}</p>
          </Section>
        </>
      ) : null}
    </Page>
  )
}
