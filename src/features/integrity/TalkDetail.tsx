import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { talksContract } from '#domain/integrity.contract.ts'
import { followUpDone, newFollowUp, type FollowUp, type TalkRecord } from '#domain/integrity.ts'
import { call } from '#lib/api.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, queryOptionsOf, useCall } from '#lib/queries.ts'
import { useCan, useSession, useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { articleOf } from '#parts/articleOf.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { DateField } from '#ui/DateField.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag } from '#ui/Tags.tsx'
import { toast } from '#ui/toasts.ts'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'
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
  if (talk.isError) return <StateBlock kind="error" title={talk.error.message} />
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

const tones = { open: 'info', overdue: 'danger', done: 'success' } as const

function FollowUps({ talk }: { talk: TalkRecord }) {
  const { integrity } = useText()
  const t = integrity.talks
  const reason = useReason(talk)
  const [adding, setAdding] = useState(false)
  const [finishing, setFinishing] = useState<FollowUp | null>(null)
  return (
    <Section
      title={t.section}
      extra={
        <ReasonButton size="small" reason={reason} onClick={() => setAdding(true)}>
          {t.addFollowUp}
        </ReasonButton>
      }
    >
      {talk.followUpList.length === 0 ? <p className="in-quiet">{t.noFollowUps}</p> : null}
      <ul className="in-follow">
        {talk.followUpList.map((one) => (
          <li key={one.id}>
            <StatusTag tone={tones[one.state]}>{integrity.followUpStates[one.state]}</StatusTag>
            <span>
              {one.what}
              <small className="in-quiet">
                {' '}
                {one.doneOn ? t.doneLine(one.doneOn, one.result ?? '') : t.dueLine(one.dueOn)}
              </small>
            </span>
            {one.doneOn ? null : (
              <ReasonButton size="small" reason={reason} onClick={() => setFinishing(one)}>
                {t.finish}
              </ReasonButton>
            )}
          </li>
        ))}
      </ul>
      {adding ? <AddFollowUp talk={talk} onClose={() => setAdding(false)} /> : null}
      {finishing ? (
        <FinishFollowUp followUp={finishing} onClose={() => setFinishing(null)} />
      ) : null}
    </Section>
  )
}

/** Why this account may not add to a talk. */
function useReason({ withdrawn }: TalkRecord): string | null {
  const { integrity } = useText()
  if (!useCan()('integrity.talk')) return integrity.needTalk
  return withdrawn ? integrity.educations.already : null
}

const touched = ['talks', 'integrity']

function AddFollowUp({ talk, onClose }: { talk: TalkRecord; onClose: () => void }) {
  const { integrity } = useText()
  const t = integrity.talks
  const add = useCall(talksContract.addFollowUp, touched)
  return (
    <CallDrawer<{ what: string; dueOn: string }>
      title={t.addFollowUp}
      submitLabel={t.addFollowUp}
      initial={{}}
      onClose={onClose}
      onSend={async (body, key) => {
        await add.mutateAsync({ params: { id: talk.id }, key, body })
        toast.success(t.added)
        onClose()
      }}
      width={32}
    >
      {() => (
        <>
          <Form.Item name="what" label={t.what} rules={zodRules(newFollowUp.shape.what)}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="dueOn" label={t.dueOn} rules={zodRules(newFollowUp.shape.dueOn)}>
            <DateField min={talk.heldOn} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

function FinishFollowUp({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { integrity } = useText()
  const t = integrity.talks
  const today = useToday()
  const finish = useCall(talksContract.finishFollowUp, touched)
  return (
    <CallDrawer<{ doneOn: string; result: string }>
      title={t.finishOf(followUp.what)}
      submitLabel={t.finish}
      initial={{ doneOn: today }}
      onClose={onClose}
      onSend={async (body, key) => {
        const { id, version } = followUp
        await finish.mutateAsync({ params: { id }, version, key, body })
        toast.success(t.finished)
        onClose()
      }}
      width={32}
    >
      {() => (
        <>
          <Form.Item name="result" label={t.result} rules={zodRules(followUpDone.shape.result)}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Form.Item>
          <Form.Item name="doneOn" label={t.doneOn} rules={zodRules(followUpDone.shape.doneOn)}>
            <DateField max={today} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

/** The person talked to confirms; the discipline officer takes back. */
function Acts({ talk }: { talk: TalkRecord }) {
  const { integrity } = useText()
  const t = integrity.talks
  const { memberId } = useSession()
  const may = useCan()('integrity.talk')
  const reason = useReason(talk)
  const [withdrawing, setWithdrawing] = useState(false)
  const withdraw = useCall(talksContract.withdraw, touched)
  const { id, version } = talk
  const confirm = async () => {
    await call(talksContract.acknowledge, { params: { id }, version })
    toast.success(t.confirmed)
    void invalidate(touched)
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
        <ReasonButton reason={reason} onClick={() => setWithdrawing(true)}>
          {integrity.educations.withdraw}
        </ReasonButton>
      ) : null}
      {withdrawing ? (
        <WithdrawForm
          what={t.detail(talk.talkeeName, integrity.kinds[talk.kind])}
          onClose={() => setWithdrawing(false)}
          onSend={async (why, key) => {
            await withdraw.mutateAsync({ params: { id }, version, key, body: { reason: why } })
            toast.success(integrity.withdrawn)
            setWithdrawing(false)
          }}
        />
      ) : null}
    </div>
  )
}
