import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { integrityContract } from '#domain/integrity.contract.ts'
import { instantInTable } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan } from '#lib/session.ts'
import { Failed } from '#parts/Failed.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { Tag } from '#ui/Tags.tsx'
import { FollowUpSection } from './FollowUpSection.tsx'
import { EducationForm } from './EducationForm.tsx'
import { WithdrawActs } from './WithdrawActs.tsx'

export function EducationDetail({ id }: { id: string }) {
  const { integrity: text, organizations } = useText()
  const t = text.educations
  const keep = useKeepScope()
  const can = useCan()
  const found = useQuery(queryOptionsOf(integrityContract.education, { params: { id: id } }))
  const withdraw = useCall(integrityContract.withdrawEducation, ['integrity'])
  const add = useCall(integrityContract.addEducationFollowUp, ['integrity'])
  const finish = useCall(integrityContract.finishEducationFollowUp, ['integrity'])
  const reopen = useCall(integrityContract.reopenEducationFollowUp, ['integrity'])
  if (found.isPending) return <StateBlock kind="loading" />
  if (found.isError) return <Failed query={found} />
  const record = found.data
  const missing = record.attendance.filter(({ present }) => !present)
  const right = !can('integrity.record')
    ? text.needRecord
    : record.mayRecord
      ? null
      : organizations.permit.outside
  const reason = right ?? (record.withdrawn ? t.already : null)

  return (
    <div className="in-detail">
      <KeyValue
        items={[
          { label: t.columns.heldOn, value: record.heldOn },
          { label: t.place, value: record.place },
          { label: t.organization, value: record.organizationName, wide: true },
          { label: t.theme, value: record.theme, wide: true },
          {
            label: t.ofMeeting,
            value: record.meetingId ? (
              <Link to={keep(paths.meeting(record.meetingId))}>{record.meetingTitle}</Link>
            ) : (
              t.noMeeting
            ),
            wide: true,
          },
          { label: t.followUp, value: record.followUp, wide: true },
          {
            label: t.recordedBy,
            value: t.by(record.recordedBy, instantInTable(record.recordedAt)),
            wide: true,
          },
          ...(record.withdrawn
            ? [{ label: t.withdrawReason, value: record.withdrawReason, wide: true }]
            : []),
        ]}
      />
      <Section title={t.attended(record.present, record.expected)}>
        {missing.length === 0 ? (
          <p className="in-quiet">{t.everybody}</p>
        ) : (
          <>
            <p className="in-quiet">{t.missing}</p>
            <p className="in-people">
              {missing.map((one) => (
                <Tag key={one.memberId}>{one.name}</Tag>
              ))}
            </p>
          </>
        )}
      </Section>
      <FollowUpSection
        followUps={record.followUps}
        reason={reason}
        from={record.heldOn}
        within={record.organizationId}
        draftKey={`education/follow-up/${id}`}
        onAdd={({ what, dueOn, placeId = null }, key) =>
          add.mutateAsync({ params: { id }, key, body: { what, dueOn, placeId } })
        }
        onFinish={(one, body, key) =>
          finish.mutateAsync({ params: { id: one.id }, version: one.version, key, body })
        }
        onReopen={(one, why, key) =>
          reopen.mutateAsync({
            params: { id: one.id },
            version: one.version,
            key,
            body: { reason: why },
          })
        }
      />
      <div className="in-actions">
        <WithdrawActs
          what={record.title}
          draftKey={`education/withdraw/${record.id}`}
          record={record}
          right={right}
          onWithdraw={(why, key) =>
            withdraw.mutateAsync({
              params: { id: record.id },
              version: record.version,
              key,
              body: { reason: why },
            })
          }
          Again={EducationForm}
        />
      </div>
    </div>
  )
}
