import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { studiesContract } from '#domain/studies.contract.ts'
import type { HourSource, MemberHours } from '#domain/studies.ts'
import { call } from '#lib/api.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope, useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { articleOf } from '#parts/articleOf.ts'
import { ExportButton } from '#ui/ExportButton.tsx'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'

const FIRST = 8

/** The year's hours of study against what is owed, and every record they came from. */
export function StudyHours({ id }: { id: string }) {
  const { members, ui } = useText()
  const t = members.study
  const { year } = useScope()
  const may = useCan()('studies.read')
  const found = useQuery({
    ...queryOptionsOf(studiesContract.hours, { params: { id }, query: { year } }),
    enabled: may,
    retry: false,
  })
  if (!may) return null
  return (
    <Section
      title={t.heading(year)}
      extra={
        <>
          <small className="mb-quiet">{t.basis}</small>
          <ExportButton
            bare
            label={ui.export.label}
            ask={() => call(studiesContract.exportHours, { params: { id }, body: { year } })}
          />
        </>
      }
    >
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Hours hours={found.data} />
      ) : (
        <SkeletonLines lines={4} />
      )}
    </Section>
  )
}

function Hours({ hours }: { hours: MemberHours }) {
  const { members } = useText()
  const t = members.study
  const [all, setAll] = useState(false)
  const { minutes, targetMinutes, hourMinutes, officer, verdicts, sources } = hours
  const told = (value: number) => number(Math.round((value / hourMinutes) * 100) / 100)
  return (
    <>
      <dl className="mb-figures">
        <div>
          <dt>{t.done}</dt>
          <dd>
            {told(minutes)} <small>{t.unit}</small>
          </dd>
        </div>
        <div>
          <dt>{officer ? t.owedOfficer : t.owed}</dt>
          <dd>
            {told(targetMinutes)} <small>{t.unit}</small>
          </dd>
        </div>
      </dl>
      {verdicts.map(({ code, status, article }) => (
        <VerdictLine key={code} level={status} article={articleOf(article)}>
          {code === 'study.hours.short'
            ? t.short(told(targetMinutes - minutes))
            : code === 'study.course.none'
              ? t.noCourse
              : code === 'study.course.met'
                ? t.course
                : t.met}
        </VerdictLine>
      ))}
      {sources.length === 0 ? (
        <p className="mb-none">
          {t.none}
          <small>{t.noneText}</small>
        </p>
      ) : (
        <ul className="mb-meetings">
          {(all ? sources : sources.slice(0, FIRST)).map((source) => (
            <Source key={`${source.heldOn} ${source.title}`} source={source} />
          ))}
        </ul>
      )}
      {!all && sources.length > FIRST ? (
        <button type="button" className="sc-link" onClick={() => setAll(true)}>
          {t.more(sources.length)}
        </button>
      ) : null}
    </>
  )
}

/** One record and its minutes; a record that is none of the reader's is named, not linked. */
function Source({ source }: { source: HourSource }) {
  const { members } = useText()
  const t = members.study
  const keep = useKeepScope()
  const { meetingId, studyId, title, kind, minutes, whole, organizationName } = source
  const to = meetingId ? paths.meeting(meetingId) : studyId ? paths.study(studyId) : null
  return (
    <li>
      <time>{source.heldOn}</time>
      {to ? (
        <Link className="sc-link" to={keep(to)}>
          {title}
        </Link>
      ) : (
        <span title={t.elsewhere}>
          {title} <small className="mb-quiet">{organizationName}</small>
        </span>
      )}
      <span className="mb-quiet">
        {t.kinds[kind]}{' '}
        {minutes < whole ? t.partly(number(minutes), number(whole)) : t.minutes(number(minutes))}
      </span>
    </li>
  )
}
