import type { Duty } from '#domain/duties.ts'
import { useText } from '#lib/i18n.ts'
import { useToday } from '#lib/session.ts'
import { Mark } from '#ui/Mark.tsx'
import { Popup } from '#ui/Popup.tsx'
import { articleOf } from './rule.ts'

/** How the completion rate is made, and the article that asks for the duty. */
export function HowRate({ duty }: { duty: Duty }) {
  const { duties: t } = useText()
  const today = useToday()
  const article = articleOf(duty, today, t)
  return (
    <div className="du-how">
      <Popup
        title={t.how}
        label={
          <>
            <Mark name="info" /> {t.how}
          </>
        }
      >
        <p>{t.howText}</p>
        {article ? (
          <div className="sc-verdict-article">
            <strong>{article.title}</strong>
            {article.text}
          </div>
        ) : null}
      </Popup>
    </div>
  )
}
