import type { EventRecord } from '#domain/studies.ts'
import { useText } from '#lib/i18n.ts'
import { Section } from '#ui/Page.tsx'
import { placeWords } from './words.ts'

/** What a competition came to, event by event, the first first; shared places say so. */
export function Results({ events }: { events: readonly EventRecord[] }) {
  const { studies } = useText()
  const t = studies.results
  return (
    <Section title={t.title}>
      {events.length === 0 ? <p className="st-quiet">{t.none}</p> : null}
      {events.map((event) => {
        const scored = event.ranking === 'high-score' || event.ranking === 'low-score'
        const rows = event.entries.toSorted((a, b) => (a.place ?? 9_999) - (b.place ?? 9_999))
        const shared = (place: number | null) =>
          event.ranking !== 'grade' &&
          place !== null &&
          rows.filter((one) => one.place === place).length > 1
        return (
          <table key={event.name} className="st-results">
            <caption>
              {event.name}{' '}
              <small>
                {t.forms[event.form]} · {t.rankings[event.ranking]}
              </small>
            </caption>
            <thead>
              <tr>
                <th scope="col">{t.place}</th>
                <th scope="col">{t.who}</th>
                {scored ? <th scope="col">{t.score}</th> : null}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, memberIds, memberNames, score, place }) => (
                <tr key={`${name} ${memberIds.join(' ')}`}>
                  <td>
                    {placeWords(event, place, t)} {shared(place) ? <small>{t.tied}</small> : null}
                  </td>
                  <td>
                    {name}
                    {event.form === 'team' && memberNames.length > 0 ? (
                      <small> {memberNames.join(studies.results.and)}</small>
                    ) : null}
                  </td>
                  {scored ? <td>{score ?? '—'}</td> : null}
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </Section>
  )
}
