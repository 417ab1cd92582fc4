import type { CampaignRecord, PublicityChange } from '#domain/campaigns.ts'
import type { PublicNotice } from '#domain/honourWall.ts'
import { useText } from '#lib/i18n.ts'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { Section } from '#ui/Page.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import './honours.css'

/** Who is on public notice: name, branch and citation, as they hang. */
export function Nominees({ nominees }: { nominees: CampaignRecord['publicity'] }) {
  return (
    <ol className="hn-notice">
      {nominees.map((one) => (
        <li key={`${one.organizationName} ${one.subjectName} ${one.citation}`}>
          <strong>{one.subjectName}</strong> <small>{one.organizationName}</small>
          <p>{one.citation}</p>
        </li>
      ))}
    </ol>
  )
}

/** How a notice was lengthened or corrected: by whom, why, and what of it became what. */
export function PublicityChanges({ changes }: { changes: readonly PublicityChange[] }) {
  const { honours: t, ui } = useText()
  const shown = ({ from, to, place }: PublicityChange['after']) =>
    t.fields.span(from, to) + ui.comma + place
  const items = changes.map((one, index) => ({
    key: `${index}`,
    when: one.on,
    title: t.changedBy(one.byName),
    text: (
      <>
        {t.fromTo(shown(one.before), shown(one.after))}
        <div>{one.reason}</div>
      </>
    ),
  }))
  return <Timeline items={items} label={t.publicityChanges} />
}

/** 公示 that runs today, for everybody whom the campaign concerns: until when, and where an objection goes. */
export function Notices({ notices }: { notices: readonly PublicNotice[] }) {
  const { honours: t } = useText()
  const { wall: w } = t
  return (
    <>
      {notices.map((one) => (
        <Section
          key={`${one.organ} ${one.title} ${one.from}`}
          title={w.notice(one.title)}
          extra={<small className="hn-quiet">{nameOfClass(t, one.classCode, one.className)}</small>}
        >
          <p className="hn-quiet">
            {w.noticeText(t.fields.span(one.from, one.to), one.place ?? '', one.organ)}
          </p>
          <Nominees nominees={one.nominees} />
        </Section>
      ))}
    </>
  )
}
