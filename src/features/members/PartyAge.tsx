import type { MemberDetail } from '#domain/members.ts'
import { fiftyYearsIn } from '#domain/rules/membership.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { articleOf } from '#parts/articleOf.ts'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Popup } from '#ui/Popup.tsx'

/** From this age on, the year of the fiftieth 1 July is worth a line. */
const NEAR_FIFTY = 45

/** The party age, and on request how it was counted and by which article. */
export function PartyAge({ member }: { member: MemberDetail }) {
  const { members, ui } = useText()
  const t = members.partyAge
  const today = useToday()
  const { partyAge, fullOn, partyAgeFrom, partyAgeReason } = member
  const from = partyAgeFrom ?? fullOn
  const article = articleOf('charter-7')
  if (partyAge === null || from === null) {
    return member.stage === 'probationary' || member.stage === 'full' ? (
      <span className="mb-quiet">{t.none}</span>
    ) : null
  }
  const label = partyAge > 0 ? t.of(partyAge) : t.lessThanOne
  return (
    <span className="mb-age">
      <Popup
        title={t.title}
        label={
          <>
            {label} <Mark name="info" />
          </>
        }
      >
        <KeyValue
          columns={1}
          items={[
            {
              label: `${t.from}${ui.colon}${partyAgeFrom ? t.fromOverride : t.fromFull}`,
              value: dayInProse(from),
            },
            ...(partyAgeFrom ? [{ label: t.reason, value: partyAgeReason }] : []),
            { label: t.today, value: dayInProse(today) },
            { label: t.result, value: members.years(partyAge) },
          ]}
        />
        {partyAge >= NEAR_FIFTY ? <p>{t.fifty(fiftyYearsIn(from))}</p> : null}
        {article ? (
          <p className="pt-note">
            <b>{article.title}</b>
            <br />
            {article.text}
          </p>
        ) : null}
      </Popup>
    </span>
  )
}
