import type { CampaignRecord } from '#domain/campaigns.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { Printed } from '#parts/Printed.tsx'
import { Button } from '#ui/Button.tsx'
import { nameOfClass } from '#parts/nameOfClass.ts'
import '#ui/print.css'
import './publicSheet.css'

/** The 公示 that hangs on a wall: who is proposed and for what, from when to when, where, and how to object. */
export function PublicSheet({ campaign: c }: { campaign: CampaignRecord }) {
  const { honours: t, ui } = useText()
  const s = t.sheet
  const { publicityFrom: from, publicityTo: to } = c
  if (c.state !== 'publicity' || !from || !to) return null
  const organ = c.organizationName
  return (
    <>
      <Button onClick={() => window.print()}>{s.print}</Button>
      <Printed>
        {() => (
          <article className="sc-sheet hn-sheet">
            <h1>{s.title}</h1>
            <p className="sc-sheet-subtitle">{c.title}</p>
            <p>
              {s.intro(
                organ,
                nameOfClass(t, c.classCode, c.className),
                c.publicity.length,
                c.subject === 'member',
              )}
            </p>
            <table>
              <thead>
                <tr>
                  {[s.number, s.who, s.organization, s.citation].map((word) => (
                    <th key={word} scope="col">
                      {word}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {c.publicity.map((one, at) => (
                  <tr key={`${one.organizationName} ${one.subjectName} ${one.citation}`}>
                    <td>{at + 1}</td>
                    <td>{one.subjectName}</td>
                    <td>{one.organizationName}</td>
                    <td>{one.citation}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>{t.fields.publicity + ui.colon + t.fields.span(dayInProse(from), dayInProse(to))}</p>
            {c.publicityPlace ? <p>{t.fields.place + ui.colon + c.publicityPlace}</p> : null}
            <p>{s.objections(organ)}</p>
            <p>{s.phone}</p>
            <div className="hn-sheet-foot">
              <p>{organ}</p>
              <p>{dayInProse(from)}</p>
            </div>
          </article>
        )}
      </Printed>
    </>
  )
}
