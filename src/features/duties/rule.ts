import { articles, type Article } from '#domain/rules/articles.ts'
import { dutyRules, type Duty } from '#domain/rules/duties.ts'
import { preferences } from '#lib/preferences.ts'
import type { Text } from '#lib/i18n.ts'

/** The article that asks for a duty, ready for the screen; null before it was in force. */
export function articleOf(
  duty: Duty,
  on: string,
  t: Text['duties'],
): { title: string; text: string } | null {
  const rule = dutyRules(on).find((one) => one.duty === duty)
  if (!rule) return null
  const { regulation, article, gist, gistEn }: Article = articles[rule.article]
  return {
    title: t.panel.article(regulation, article),
    text: preferences().language === 'en' ? gistEn : gist,
  }
}
