import { useQuery } from '@tanstack/react-query'
import { talksContract } from '#domain/integrity.contract.ts'
import type { TalkRecord } from '#domain/integrity.ts'
import { call } from '#lib/api.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, queryOptionsOf, useCall } from '#lib/queries.ts'
import { useCan, useSession } from '#lib/session.ts'
import { Failed } from '#parts/Failed.tsx'
import { articleOf } from '#parts/articleOf.ts'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { toast } from '#ui/toasts.ts'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { FollowUpSection } from './FollowUpSection.tsx'
import { TalkForm } from './TalkForm.tsx'
import { WithdrawActs } from './WithdrawActs.tsx'
import { verdictWords } from './words.ts'

/** Opened once, not again by itself: each opening is an entry of the audit log. */
function useTalk(id: string) {
  return useQuery({
    ...queryOptionsOf(talksContract.open, { params: { id: id } }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export function TalkDetail({ id }: { id: string }) {
  const { integrity } = useText()
  const t = integrity.talks
  const talk = useTalk(id)
  if (talk.isPending) return <StateBlock kind="loading" />
  if (talk.isError) return <Failed query={talk} />
  return (
    <div className="in-detail">
      <p className="in-quiet">{t.openedNote}</p>
      <Facts talk={talk.data} />
      <FollowUps talk={talk.data} />
      <Section title={t.verdicts}>
        {talk.data.verdicts.map((verdict) => (
          <VerdictLine
            key={verdict.code}
            level={verdict.status}
            article={articleOf(verdict.article)}
          >
            {verdictWords(integrity, verdict)}
          </VerdictLine>
        ))}
      </Section>
      <Acts talk={talk.data} />
    </div>
  )
}

function Facts({ talk }: { talk: TalkRecord }) {
  const { integrity } = useText()
  const t = integrity.talks
  return (
    <KeyValue
      items={[
        { label: t.kind, value: integrity.kinds[talk.kind] },
        { label: t.occasion, value: integrity.occasions[talk.occasion] },
        { label: t.talkee, value: talk.talkeeName },
        { label: t.talker, value: talk.talkerName },
        { label: t.heldOn, value: talk.heldOn },
        { label: t.place, value: talk.place },
        { label: t.columns.organization, value: talk.organizationName, wide: true },
        { label: t.reason, value: talk.reason, wide: true },
        { label: t.points, value: <span className="in-text">{talk.points}</span>, wide: true },
        { label: t.statement, value: talk.statement, wide: true },
        {
          label: t.recordedBy,
          value: integrity.educations.by(talk.recordedBy, instantInTable(talk.recordedAt)),
          wide: true,
        },
        ...(talk.withdrawn
          ? [{ label: integrity.educations.withdrawReason, value: talk.withdrawReason, wide: true }]
          : []),
      ]}
    />
  )
}

function FollowUps({ talk }: { talk: TalkRecord }) {
  const reason = useReason(talk)
  const add = useCall(talksContract.addFollowUp, ['talks'])
  const finish = useCall(talksContract.finishFollowUp, ['talks'])
  const reopen = useCall(talksContract.reopenFollowUp, ['talks'])
  return (
    <FollowUpSection
      followUps={talk.followUpList}
      reason={reason}
      from={talk.heldOn}
      draftKey={`talk/follow-up/${talk.id}`}
      onAdd={({ what, dueOn }, key) =>
        add.mutateAsync({ params: { id: talk.id }, key, body: { what, dueOn } })
      }
      onFinish={({ id, version }, body, key) =>
        finish.mutateAsync({ params: { id }, version, key, body })
      }
      onReopen={({ id, version }, why, key) =>
        reopen.mutateAsync({ params: { id }, version, key, body: { reason: why } })
      }
    />
  )
}

/** Why this account may not add to a talk. */
function useReason({ withdrawn }: TalkRecord): string | null {
  const { integrity } = useText()
  if (!useCan()('integrity.talk')) return integrity.needTalk
  return withdrawn ? integrity.educations.already : null
}

/** The person talked to confirms; the discipline officer takes back. */
function Acts({ talk }: { talk: TalkRecord }) {
  const { integrity } = useText()
  const t = integrity.talks
  const { memberId } = useSession()
  const may = useCan()('integrity.talk')
  const withdraw = useCall(talksContract.withdraw, ['talks'])
  const { id, version } = talk
  const confirm = async () => {
    await call(talksContract.acknowledge, { params: { id }, version })
    toast.success(t.confirmed)
    void invalidate(['talks'])
  }
  return (
    <div className="in-actions">
      {talk.talkeeId === memberId && !talk.withdrawn ? (
        <ConfirmButton
          label={t.confirm}
          title={t.confirmTitle}
          hits={[t.detail(talk.heldOn, integrity.kinds[talk.kind])]}
          consequence={t.confirmAfter}
          danger={false}
          reason={talk.acknowledgedOn ? t.confirmed : null}
          onConfirm={confirm}
        />
      ) : null}
      {may ? (
        <WithdrawActs
          what={t.detail(talk.talkeeName, integrity.kinds[talk.kind])}
          draftKey={`talk/withdraw/${id}`}
          record={talk}
          right={null}
          onWithdraw={(why, key) =>
            withdraw.mutateAsync({ params: { id }, version, key, body: { reason: why } })
          }
          Again={TalkForm}
        />
      ) : null}
    </div>
  )
}
