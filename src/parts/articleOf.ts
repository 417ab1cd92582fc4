import { articles, type Article } from '#domain/rules/articles.ts'
import { preferences } from '#lib/preferences.ts'

/** The text behind a verdict, as `VerdictLine` shows it; null for a verdict that rests on arithmetic. */
export function articleOf(key: string | null): { title: string; text: string } | null {
  const found = key === null ? undefined : (articles as Partial<Record<string, Article>>)[key]
  if (!found) return null
  const english = preferences().language === 'en'
  return {
    title: `${found.regulation} ${found.article}`,
    text: english ? found.gistEn : found.gist,
  }
}
