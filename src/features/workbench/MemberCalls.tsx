import { Link } from 'react-router'
import type { AnnouncementRow } from '#domain/announcements.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'

/** Announced meetings that call the member: what is not answered yet stands out. */
export function MemberCalls({ total, rows }: { total: number; rows: readonly AnnouncementRow[] }) {
  const { workbench: t, announcements } = useText()
  return (
    <section className="wb-group" aria-labelledby="wb-calls">
      <header>
        <h2 id="wb-calls">
          {t.member.calls}
          <b>{total}</b>
        </h2>
        <small>{t.member.callsHint}</small>
      </header>
      <ul className="wb-rows" data-still="">
        {rows.map((one) => (
          <li key={one.id}>
            <Link className="wb-what" to={paths.announcement(one.id)}>
              {one.title}
            </Link>
            <span className="wb-note">{t.onDay(one.heldOn, one.startedAt)}</span>
            <span className={`wb-when sc-tone-${one.answer === null ? 'warning' : 'neutral'}`}>
              {announcements.answers[one.answer ?? 'none']}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
