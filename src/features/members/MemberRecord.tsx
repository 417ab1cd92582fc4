import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { membersContract } from '#domain/members.contract.ts'
import type { MemberDetail } from '#domain/members.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { isInTransit } from '#domain/rules/membership.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan, useSession, useToday } from '#lib/session.ts'
import { Failed } from '#parts/Failed.tsx'
import { articleOf } from '#parts/articleOf.ts'
import { MemberTags } from '#parts/MemberTags.tsx'
import { usePermits } from '#parts/permits.ts'
import { Trail } from '#parts/Trail.tsx'
import { ServiceStanding } from '#parts/ServiceStanding.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { placeOf, postsOf } from './columns.tsx'
import { Course } from './Course.tsx'
import { EditForm } from './EditForm.tsx'
import { Honours } from './Honours.tsx'
import { Ledger } from './Ledger.tsx'
import { PartyAge } from './PartyAge.tsx'
import { Profile } from './Profile.tsx'
import { SignInAccount } from './SignInAccount.tsx'
import { StatusForm, type Preset } from './StatusForm.tsx'
import { WithdrawStatusForm } from './WithdrawStatusForm.tsx'
import { Integrity } from './Integrity.tsx'
import { StudyHours } from './StudyHours.tsx'
import { Transfer } from './Transfer.tsx'
import './members.css'

interface MemberRecordProps {
  id: string
  /** Beside the roster: offers the way to its own page. */
  beside?: boolean
}

/** All of one person: state, what needs a look, profile, the year's book, the course so far. */
export function MemberRecord({ id, beside = false }: MemberRecordProps) {
  const { members: t } = useText()
  const found = useQuery({
    ...queryOptionsOf(membersContract.show, { params: { id } }),
    retry: false,
  })
  if (found.data) return <Record member={found.data} beside={beside} />
  if (found.isError) return <Failed query={found} title={t.loadFailed} />
  return (
    <>
      <SkeletonLines lines={3} />
      <SkeletonLines lines={8} />
    </>
  )
}

/** The rule behind a warning; null for one that rests on arithmetic. */
const warningArticles: Partial<Record<string, string>> = {
  'joined.under-18': 'development-5',
  'joined.unknown': 'development-31',
  'full.before-a-year': 'charter-7',
  'full.unknown': 'development-33',
}
const warningArticle = (code: string): string | null =>
  warningArticles[code] ?? (code.startsWith('id-number.') ? 'gb-11643' : null)

function Record({ member, beside }: { member: MemberDetail; beside: boolean }) {
  const text = useText()
  const t = text.members
  const keep = useKeepScope()
  const can = useCan()
  const permit = usePermits()
  const [form, setForm] = useState<'edit' | 'withdraw' | Preset | null>(null)
  const place = useQuery({
    ...queryOptionsOf(organizationsContract.show, { params: { id: member.organizationId } }),
    enabled: can('organizations.read'),
    retry: false,
  })
  const above = place.data ? [...place.data.trail.map(({ id }) => id), place.data.id] : undefined
  const right = permit('members.manage', above)
  // Not before it is known where the person stands: an unknown place counts as within reach.
  const isOwn = useSession().memberId === member.id
  const seesTalks =
    (isOwn || above !== undefined) && permit('integrity.detail', above ?? [], member.id) === null
  const posts = postsOf(member.posts, text)
  const { latestChange } = member
  const today = useToday()
  const pending = latestChange && latestChange.on > today ? latestChange : null
  // The server refuses one's own.
  const mayWithdraw = right === null && !isOwn
  const onWithdraw = () => setForm('withdraw')

  return (
    <div className="mb-record">
      <div className="mb-head">
        <MemberTags status={member} lostSince={member.lostSince} />
        {posts ? <span>{posts}</span> : null}
        <PartyAge member={member} />
      </div>
      {place.data ? (
        <Trail
          label={t.columns.organization}
          steps={[...place.data.trail, place.data]}
          to={(node) => keep(paths.organizations({ node }))}
        />
      ) : (
        <p className="mb-place">{placeOf(member)}</p>
      )}
      <div className="mb-actions">
        {isOwn && right !== null ? (
          <span className="mb-quiet">{t.ownWrong}</span>
        ) : (
          <>
            <ReasonButton reason={right} onClick={() => setForm('edit')}>
              {t.actions.edit}
            </ReasonButton>
            <ReasonButton reason={right} onClick={() => setForm({})}>
              {t.actions.status}
            </ReasonButton>
          </>
        )}
        {beside ? (
          <Link className="sc-link" to={keep(paths.member(member.id))}>
            {t.openRecord}
          </Link>
        ) : null}
      </div>
      {pending ? (
        <p className="mb-asof" role="note">
          <b>{t.withdrawStatus.pending}</b> {t.withdrawStatus.change(pending.on, pending.text)}{' '}
          {mayWithdraw ? (
            <button type="button" className="sc-link" onClick={onWithdraw}>
              {t.withdrawStatus.action}
            </button>
          ) : null}
        </p>
      ) : null}
      {member.warnings.length > 0 ? (
        <section className="mb-warnings" aria-label={t.warnings.heading}>
          {member.warnings.map((code) => (
            <VerdictLine key={code} level="warning" article={articleOf(warningArticle(code))}>
              {code in t.warnings ? t.warnings[code as keyof typeof t.warnings] : t.warnings.other}
            </VerdictLine>
          ))}
        </section>
      ) : null}
      {isInTransit(member.relation) ? (
        <Transfer member={member} right={right} onChange={setForm} />
      ) : null}
      {/* One comes to the own page for the year's book, to another's for the person. */}
      {isOwn ? <YearOf id={member.id} seesTalks={seesTalks} /> : null}
      <Profile
        member={member}
        mayReveal={permit('members.reveal', above, member.id)}
        columns={beside ? 2 : 3}
      />
      {isOwn ? null : <YearOf id={member.id} seesTalks={seesTalks} />}
      {above !== undefined && right === null ? <SignInAccount member={member} /> : null}
      <Course
        id={member.id}
        latest={mayWithdraw && latestChange ? { on: latestChange.on, onWithdraw } : null}
        seesTalks={seesTalks}
      />
      {form === 'edit' ? <EditForm member={member} onClose={() => setForm(null)} /> : null}
      {form === 'withdraw' && latestChange ? (
        <WithdrawStatusForm member={member} change={latestChange} onClose={() => setForm(null)} />
      ) : null}
      {form !== null && typeof form === 'object' ? (
        <StatusForm member={member} preset={form} onClose={() => setForm(null)} />
      ) : null}
    </div>
  )
}

/** The book: meetings, hours of study, services and 廉洁教育 of the year, honours of all years. */
function YearOf({ id, seesTalks }: { id: string; seesTalks: boolean }) {
  const can = useCan()
  return (
    <>
      <Ledger id={id} />
      <StudyHours id={id} />
      {can('services.read') ? <ServiceStanding memberId={id} /> : null}
      {can('honours.read') ? <Honours id={id} /> : null}
      <Integrity id={id} seesTalks={seesTalks} />
    </>
  )
}
