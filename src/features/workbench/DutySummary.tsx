import { Link } from 'react-router'
import { dutyTally, type DutySummary as Summary } from '#domain/duties.ts'
import { percent } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Mark } from '#ui/Mark.tsx'
import './summary.css'

/** The year of the scope by duty: one line each, every number the way to what it counts. */
export function DutySummary({ summary }: { summary: Summary }) {
  const { workbench, duties } = useText()
  const t = workbench.summary
  const keep = useKeepScope()
  const lines = summary.duties.filter(({ organs }) => organs > 0)
  const { past, kept } = dutyTally(summary)
  return (
    <section className="wb-summary" aria-labelledby="wb-summary">
      <header>
        <h2 id="wb-summary">{t.title(summary.year)}</h2>
        <Link className="wb-all" to={keep(paths.duties())}>
          {t.open}
          <Mark name="right" />
        </Link>
      </header>
      {lines.length === 0 ? (
        <p className="wb-note">{t.none}</p>
      ) : (
        <>
          <p className="wb-overall">
            <b>{past === 0 ? '—' : percent(kept / past)}</b>
            <span>
              {t.overall}
              <small>{past === 0 ? t.noPast : t.total(kept, past)}</small>
            </span>
          </p>
          <div className="wb-lines">
            <table aria-labelledby="wb-summary">
              <thead>
                <tr>
                  <th scope="col">{t.duty}</th>
                  <th scope="col">{t.rate}</th>
                  <th scope="col">{t.kept}</th>
                  <th scope="col">{t.missing}</th>
                  <th scope="col">{t.dueNow}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Line key={line.duty} line={line} name={duties.names[line.duty]} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

function Line({
  line: { duty, rate, kept, past, missing, dueNow },
  name,
}: {
  line: Summary['duties'][number]
  name: string
}) {
  const t = useText().workbench.summary
  const keep = useKeepScope()
  const to = (states?: string) => keep(paths.duties({ duty, states }))
  return (
    <tr>
      <th scope="row">
        <Link to={to()}>{name}</Link>
      </th>
      <td>
        {rate === null ? (
          '—'
        ) : (
          <Link className="wb-rate" to={to()} aria-label={t.rateOf(name, percent(rate))}>
            <span className="wb-bar" aria-hidden="true">
              <span style={{ width: percent(rate, 1) }} />
            </span>
            <span>{percent(rate)}</span>
          </Link>
        )}
      </td>
      <td>
        {past === 0 ? (
          '—'
        ) : (
          <Link to={to()} aria-label={t.keptOf(name, kept, past)}>
            {kept} / {past}
          </Link>
        )}
      </td>
      <td>
        {missing === 0 ? (
          '—'
        ) : (
          <Link className="wb-late" to={to('missing')} aria-label={t.missingOf(name, missing)}>
            {missing}
          </Link>
        )}
      </td>
      <td>
        {dueNow === 0 ? (
          '—'
        ) : (
          <Link to={to('due')} aria-label={t.dueOf(name, dueNow)}>
            {dueNow}
          </Link>
        )}
      </td>
    </tr>
  )
}
