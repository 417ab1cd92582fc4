import type { AnnouncementRecord } from '#domain/announcements.ts'
import { useText } from '#lib/i18n.ts'
import { Section } from '#ui/Page.tsx'

const order = ['leave', 'attend', 'none'] as const

/** Who has answered what, and who not yet; leave first, with why. */
export function Answers({ record }: { record: AnnouncementRecord }) {
  const { announcements: t } = useText()
  return (
    <Section title={t.roster.title} extra={<small className="an-quiet">{t.roster.hint}</small>}>
      {record.roster.length === 0 ? <p className="an-quiet">{t.roster.nobody}</p> : null}
      {order.map((answer) => {
        const people = record.roster.filter((one) => (one.answer ?? 'none') === answer)
        return people.length === 0 ? null : (
          <div key={answer} className="an-group">
            <h3>{t.roster.group(t.answers[answer], people.length)}</h3>
            <ul className="sc-people">
              {people.map((one) => (
                <li key={one.memberId}>
                  {one.name} <small>{one.reason ?? one.organizationName}</small>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </Section>
  )
}
