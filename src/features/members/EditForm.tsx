import { membersContract } from '#domain/members.contract.ts'
import type { MemberDetail } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { EditDrawer, type EditField, type Sending } from '#parts/EditDrawer.tsx'
import { MoreFields, PartyDays, PersonFields } from './ProfileFields.tsx'
import { useDone } from './useDone.ts'

const keys = [
  'name',
  'sex',
  'ethnicity',
  'birthOn',
  'nativePlace',
  'idNumber',
  'phone',
  'address',
  'education',
  'degree',
  'school',
  'job',
  'workStartedOn',
  'appliedOn',
  'joinedOn',
  'fullOn',
  'partyAgeFrom',
  'partyAgeReason',
] as const
const masked: readonly string[] = ['idNumber', 'phone', 'address']

/** Sends what was changed; what somebody else changed meanwhile is laid beside it. */
export function EditForm({ member, onClose }: { member: MemberDetail; onClose: () => void }) {
  const { members: t } = useText()
  const change = useCall(membersContract.change)
  const done = useDone()
  const fields: EditField[] = keys.map((key) => ({
    key,
    label: t.fields[key],
    masked: masked.includes(key),
    ...(key === 'sex' && { show: (value: unknown) => t.sexes[value as MemberDetail['sex']] }),
  }))

  const send = async (body: Record<string, unknown>, { version }: Sending) => {
    const saved = await change.mutateAsync({ params: { id: member.id }, body, version })
    onClose()
    await done(saved, t.form.edited)
  }

  return (
    <EditDrawer
      title={t.form.editTitle(member.name)}
      submitLabel={t.form.editSubmit}
      record={member}
      fields={fields}
      nothing={t.form.nothing}
      onClose={onClose}
      onSend={send}
      draftKey={`member/${member.id}`}
      width={46}
    >
      {(form) => (
        <>
          <PersonFields form={form} member={member} />
          <PartyDays />
          <MoreFields member={member} />
        </>
      )}
    </EditDrawer>
  )
}
