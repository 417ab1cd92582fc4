import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Returned } from '#domain/contract.ts'
import type { TalkRow } from '#domain/integrity.ts'
import { membersContract } from '#domain/members.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Section } from '#ui/Page.tsx'
import { SkeletonFigures } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { TALKS, useTalks } from './useTalks.ts'

interface IntegrityProps {
  id: string
  /** 纪检委员, 党委书记 and the person: to everybody else no talk is mentioned, and none is asked for. */
  seesTalks: boolean
}

/** The year's 警示教育 of one person; talks only for those whose they are to see. */
export function Integrity({ id, seesTalks }: IntegrityProps) {
  const { members } = useText()
  const t = members.integrity
  const { year } = useScope()
  const found = useQuery(
    queryOptionsOf(membersContract.integrity, { params: { id }, query: { year } }),
  )
  const facts = found.data
  return (
    <Section title={t.heading(year)} extra={<small className="mb-quiet">{t.basis}</small>}>
      {found.isError ? (
        <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
      ) : !facts ? (
        <SkeletonFigures count={2} />
      ) : facts.expected === 0 ? (
        <p className="mb-none">{t.none}</p>
      ) : (
        <>
          <dl className="mb-figures">
            {(['expected', 'present'] as const).map((key) => (
              <div key={key}>
                <dt>{t[key]}</dt>
                <dd>
                  {facts[key]} <small>{members.ledger.times}</small>
                </dd>
              </div>
            ))}
          </dl>
          <ul className="mb-meetings">
            {facts.educations.map((one) => (
              <EducationLine key={`${one.heldOn} ${one.title}`} education={one} />
            ))}
          </ul>
        </>
      )}
      {seesTalks ? <Talks id={id} /> : null}
    </Section>
  )
}

type Education = Returned<typeof membersContract.integrity>['educations'][number]

/** Links to the record where the reader may open it: the one who was there may not be the one who held it. */
function EducationLine({ education }: { education: Education }) {
  const { members } = useText()
  const t = members.integrity
  const may = useCan()('integrity.read')
  const { educationId, heldOn, title, present, organizationName } = education
  return (
    <li>
      <time>{heldOn}</time>
      {educationId && may ? (
        <Link
          className="sc-link"
          to={paths.integrity({
            view: 'educations',
            open: educationId,
            year: heldOn.slice(0, 4),
          })}
        >
          {title}
        </Link>
      ) : (
        <span title={t.elsewhere}>
          {title} <small className="mb-quiet">{organizationName}</small>
        </span>
      )}
      <StatusTag tone={present ? 'success' : 'danger'}>{present ? t.came : t.missed}</StatusTag>
    </li>
  )
}

/** That there was a talk, when and with whom; why, only the record says, and opening it is logged. */
function Talks({ id }: { id: string }) {
  const { members } = useText()
  const t = members.integrity
  const found = useTalks(id, true)
  if (found.isError)
    return (
      <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
    )
  if (!found.data) return null
  const { rows, total } = found.data
  return (
    <>
      <h3 className="mb-sub">{t.talks}</h3>
      <p className="mb-quiet">{t.talksNote}</p>
      {rows.length === 0 ? <p className="mb-none">{t.noTalks}</p> : null}
      <ul className="mb-meetings">
        {rows.map((talk) => (
          <TalkLine key={talk.id} talk={talk} about={id} />
        ))}
      </ul>
      {total > TALKS ? (
        <Link className="sc-link" to={paths.integrity({ view: 'talks' })}>
          {t.allTalks(total)}
        </Link>
      ) : null}
    </>
  )
}

function TalkLine({ talk, about }: { talk: TalkRow; about: string }) {
  const { members, integrity } = useText()
  const t = members.integrity
  return (
    <li>
      <time>{talk.heldOn}</time>
      <Link className="sc-link" to={paths.integrity({ view: 'talks', open: talk.id })}>
        {integrity.kinds[talk.kind]}
      </Link>
      <span className="mb-quiet">
        {talk.talkeeId === about ? t.withTalker(talk.talkerName) : t.withTalkee(talk.talkeeName)}
      </span>
    </li>
  )
}
