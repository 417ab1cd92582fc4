import { Link } from 'react-router'
import type { AnnouncementRow } from '#domain/announcements.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { Mark } from '#ui/Mark.tsx'
import { changeOf } from './ownRows.ts'

/** Announced meetings that call the member: what is not answered yet, was called off or moved stands out until its day. */
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
        {total > rows.length ? (
          <Link
            className="wb-all"
            to={paths.announcements({ mine: 'true', sort: 'heldOn' })}
            aria-label={t.allOf(t.member.calls, total)}
          >
            {t.all}
            <Mark name="right" />
          </Link>
        ) : null}
      </header>
      <ul className="wb-rows" data-still="">
        {rows.map((one) => {
          const change = changeOf(t, one)
          const isOff = one.state === 'called-off'
          const isQuiet = change === null && one.answer !== null
          return (
            <li key={one.id} data-off={isOff || undefined}>
              <Link className="wb-what" to={paths.announcement(one.id)}>
                {one.title}
              </Link>
              <span className="wb-note" data-change={change !== null || undefined}>
                {[t.onDay(one.heldOn, one.startedAt), change].filter(Boolean).join(' · ')}
              </span>
              <span className={`wb-when sc-tone-${isQuiet ? 'neutral' : 'warning'}`}>
                {isOff
                  ? announcements.states['called-off']
                  : announcements.answers[one.answer ?? 'none']}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
