import { articles } from '#domain/rules/articles.ts'
import type { Article } from '#domain/rules/articles.ts'
import type { VerdictView } from '#domain/verdict.ts'
import { useText } from '#lib/i18n.ts'
import { usePreferences } from '#lib/preferences.ts'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { verdictSentence } from './words.ts'

const texts: Partial<Record<string, Article>> = articles

/** Judgements with the article each rests on. */
export function Verdicts({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const { meetings: t } = useText()
  const english = usePreferences().language === 'en'
  // A vote without quorum says so by its quorum; the same sentence twice helps nobody.
  const shown = verdicts.filter(({ code }) => !code.endsWith('.no-quorum') || verdicts.length === 1)
  return shown.map((verdict) => {
    const article = verdict.article === null ? undefined : texts[verdict.article]
    return (
      <VerdictLine
        key={verdict.code}
        level={verdict.status}
        article={
          article && {
            title: t.articleTitle(article.regulation, article.article),
            text: english ? article.gistEn : article.gist,
          }
        }
      >
        {verdictSentence(verdict, t)}
      </VerdictLine>
    )
  })
}
