import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { usePreferences } from '#lib/preferences.ts'
import { Copyable } from '#ui/Copyable.tsx'
import { KeyValue, None } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { detailOf, targetOf, type Entry } from './audit.ts'
import { instantToSecond } from '#lib/format.ts'

/** One entry with what it holds: before and after, the rest by name. */
export function AuditDetail({ entry }: { entry: Entry }) {
  const text = useText()
  const t = text.system.audit
  const english = usePreferences().language === 'en'
  const target = targetOf(entry.target, text.system)
  const { changed, rest } = detailOf(entry, text, english)

  return (
    <div className="sy-detail">
      <KeyValue
        items={[
          { label: t.columns.at, value: instantToSecond(entry.at) },
          { label: t.columns.actor, value: entry.actor === '—' ? t.nobody : entry.actor },
          { label: t.columns.organization, value: entry.organizationName },
          {
            label: t.columns.seal,
            value: entry.seal === null ? t.unsealedText : number(entry.seal),
          },
          ...(target
            ? [
                {
                  label: `${t.target}${text.ui.colon}${target.kind}`,
                  value: target.id ? <Copyable text={target.id} label={t.target} /> : null,
                  wide: true,
                },
              ]
            : []),
          { label: t.address, value: entry.address },
          {
            label: t.session,
            value: entry.session ? <Copyable text={entry.session} label={t.session} /> : null,
            wide: true,
          },
          {
            label: t.request,
            value: <Copyable text={entry.requestId} label={t.request} />,
            wide: true,
          },
          { label: t.code, value: entry.action, wide: true },
        ]}
      />
      {changed.length > 0 ? (
        <Section title={t.changed}>
          <table className="sy-changes">
            <thead>
              <tr>
                <th scope="col">{t.field}</th>
                <th scope="col">{t.before}</th>
                <th scope="col">{t.after}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ label, before, after }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{before || <None />}</td>
                  <td>{after || <None />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ) : null}
      <Section title={t.detail}>
        {rest.length > 0 ? (
          <KeyValue items={rest} />
        ) : changed.length > 0 ? null : (
          <p>{t.noDetail}</p>
        )}
        <p className="sy-quiet">{t.masked}</p>
      </Section>
    </div>
  )
}
