import { setText } from '#lib/i18n.ts'
import { loadText } from '#lib/language.ts'
import { preferences } from '#lib/preferences.ts'

/** The application and its words, together; asked early, used later. */
export async function loadApp() {
  const [{ App, openRoutes }, text] = await Promise.all([
    import('./App.tsx'),
    loadText(preferences().language),
  ])
  setText(text)
  return { App, openRoutes }
}
