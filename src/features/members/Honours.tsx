import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { honoursContract } from '#domain/honours.contract.ts'
import type { HonourRow } from '#domain/honours.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag, type Tone } from '#ui/Tags.tsx'

/** As many as the profile lists; the rest are behind the link. */
const LISTED = 5
const tones: Record<HonourRow['state'], Tone> = {
  valid: 'honour',
  expired: 'neutral',
  revoked: 'danger',
}

/** What the person was honoured with, alone or as one of a crew, in whatever year; the latest first. */
export function Honours({ id }: { id: string }) {
  const { members, honours } = useText()
  const t = members.honours
  const keep = useKeepScope()
  const all = { member: id, any: 'true' }
  const found = useQuery(
    queryOptionsOf(honoursContract.list, { query: { member: id, size: LISTED } }),
  )
  return (
    <Section
      title={t.heading}
      extra={
        found.data && found.data.total > 0 ? (
          <Link className="sc-link" to={keep(paths.honourRecords(all))}>
            {t.all(found.data.total)}
          </Link>
        ) : null
      }
    >
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <SkeletonLines lines={2} />
      ) : found.data.total === 0 ? (
        <p className="mb-none">{t.none}</p>
      ) : (
        <ul className="mb-meetings">
          {found.data.rows.map((honour) => (
            <li key={honour.id}>
              <time>{honour.decidedOn}</time>
              <Link className="sc-link" to={keep(paths.honourRecords({ ...all, open: honour.id }))}>
                {nameOfClass(honours, honour.classCode, honour.className)}
              </Link>
              {honour.memberId === id ? null : (
                <small className="mb-quiet">{t.crew(honour.subjectName)}</small>
              )}
              <StatusTag tone={tones[honour.state]}>{honours.honourStates[honour.state]}</StatusTag>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
