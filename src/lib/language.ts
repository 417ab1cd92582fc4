import { entryText, setEntryText, setText, isTextLoaded } from './i18n.ts'
import { setPreferences, type Preferences } from './preferences.ts'

/** Loads the words of a language, as many as are in use, and shows them. */
export async function switchLanguage(language: Preferences['language']): Promise<void> {
  if (isTextLoaded()) setText(await loadText(language))
  else
    setEntryText(
      language === 'en'
        ? (await import('#locales/en/entry.ts')).entry
        : (await import('#locales/zh/entry.ts')).entry,
    )
  setPreferences({ language })
  document.title = entryText().title
}

/** All words of one language; the application loads them with its own chunk. */
export const loadText = async (language: Preferences['language']) =>
  language === 'en' ? (await import('#locales/en.ts')).en : (await import('#locales/zh.ts')).zh
