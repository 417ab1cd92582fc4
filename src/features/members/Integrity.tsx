import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Returned } from '#domain/contract.ts'
import type { TalkRow } from '#domain/integrity.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
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
  const mayRead = useCan()('integrity.read')
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
      {mayRead ? <Responsibilities id={id} year={year} /> : null}
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

/** As many as the profile lists; more are in the 责任清单. */
const ITEMS = 50

/** What the person answers for in the 责任清单 of the year, as the list has it for the same reader; nothing, without any. */
function Responsibilities({ id, year }: { id: string; year: number }) {
  const { members, integrity } = useText()
  const t = members.integrity
  const found = useQuery(
    queryOptionsOf(integrityContract.responsibilities, {
      query: { owner: id, year, size: ITEMS },
    }),
  )
  if (found.isError)
    return (
      <StateBlock kind="error" text={found.error.message} onRetry={() => void found.refetch()} />
    )
  if (!found.data || found.data.total === 0) return null
  const { rows, total } = found.data
  return (
    <>
      <h3 className="mb-sub">{t.responsibilities}</h3>
      <ul className="mb-meetings">
        {rows.map((item) => (
          <li key={item.id}>
            <time title={t.dueOn}>{item.dueOn}</time>
            <Link
              className="sc-link"
              to={paths.integrity({
                view: 'responsibilities',
                scope: item.organizationId,
                year: String(year),
                owner: id,
              })}
            >
              {item.title}
            </Link>
            <small className="mb-quiet">{integrity.layers[item.layer]}</small>
            <StatusTag tone={itemTones[item.state]}>{integrity.states[item.state]}</StatusTag>
          </li>
        ))}
      </ul>
      {total > ITEMS ? <p className="mb-quiet">{t.moreItems(total)}</p> : null}
    </>
  )
}

const itemTones = { open: 'info', overdue: 'danger', reported: 'warning', done: 'success' } as const

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
