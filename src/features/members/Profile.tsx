import type { MemberDetail } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { PHONE, useMedia } from '#ui/useMedia.ts'
import { Masked } from './Masked.tsx'

interface ProfileProps {
  member: MemberDetail
  /** Why masked fields may not be seen in full; null when they may. */
  mayReveal: string | null
  columns: 2 | 3
}

export function Profile({ member, mayReveal, columns }: ProfileProps) {
  const { members: t } = useText()
  const f = t.fields
  const phone = useMedia(PHONE)
  const masked = (field: 'idNumber' | 'phone' | 'address') => (
    <Masked
      member={member}
      field={field}
      label={f[field]}
      mask={member[field]}
      reason={mayReveal}
    />
  )
  return (
    <>
      <Section title={t.groups.person}>
        <KeyValue
          columns={columns}
          items={[
            { label: f.sex, value: t.sexes[member.sex] },
            { label: f.ethnicity, value: member.ethnicity },
            { label: f.birthOn, value: member.birthOn },
            { label: f.nativePlace, value: member.nativePlace },
            { label: f.phone, value: masked('phone') },
            { label: f.idNumber, value: masked('idNumber'), wide: phone },
            { label: f.address, value: masked('address'), wide: true },
          ]}
        />
      </Section>
      <Section title={t.groups.work}>
        <KeyValue
          columns={columns}
          items={[
            { label: f.education, value: member.education },
            { label: f.degree, value: member.degree },
            { label: f.workStartedOn, value: member.workStartedOn },
            { label: f.school, value: member.school },
            { label: f.job, value: member.job },
          ]}
        />
      </Section>
      <Section title={t.groups.party}>
        <KeyValue
          columns={columns}
          items={[
            { label: f.appliedOn, value: member.appliedOn },
            { label: f.joinedOn, value: member.joinedOn },
            ...(member.probationEndsOn
              ? [
                  {
                    label: f.probationEndsOn,
                    value: member.probationUntil
                      ? t.probationExtended(member.probationUntil)
                      : t.probationEnds(member.probationEndsOn),
                  },
                ]
              : [{ label: f.fullOn, value: member.fullOn }]),
            ...(member.partyAgeFrom
              ? [
                  { label: f.partyAgeFrom, value: member.partyAgeFrom },
                  { label: f.partyAgeReason, value: member.partyAgeReason, wide: true },
                ]
              : []),
          ]}
        />
      </Section>
    </>
  )
}
