import { useEntryText } from '#lib/i18n.ts'
import { switchLanguage } from '#lib/language.ts'
import { setPreferences, usePreferences, useShownTheme } from '#lib/preferences.ts'
import './lookSwitches.css'

const sun =
  'M10 6.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4'
const moon = 'M16.6 12.2A7 7 0 0 1 7.8 3.4a7 7 0 1 0 8.8 8.8Z'

/** Theme, text size and language, each one press. `labels`: with words, as in the drawer of a phone. */
export function LookSwitches({ labels = false }: { labels?: boolean }) {
  const t = useEntryText()
  const { size, language } = usePreferences()
  const dark = useShownTheme() === 'dark'
  const nextTheme = dark ? t.theme.light : t.theme.dark
  const large = size === 'large'
  const label = (what: string, next: string) => what + t.colon + next

  return (
    <div className={labels ? 'look look-labels' : 'look'} role="group">
      <button
        type="button"
        aria-label={label(t.theme.label, nextTheme)}
        title={label(t.theme.label, nextTheme)}
        onClick={() => setPreferences({ theme: dark ? 'light' : 'dark' })}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d={dark ? sun : moon} />
        </svg>
        {labels ? nextTheme : null}
      </button>
      <button
        type="button"
        aria-pressed={large}
        aria-label={label(t.size.label, t.size.large)}
        title={large ? t.size.standard : t.size.large}
        onClick={() => setPreferences({ size: large ? 'standard' : 'large' })}
      >
        <span className="look-size" aria-hidden="true">
          <small>{t.size.sign}</small>
          {t.size.sign}
        </span>
        {labels ? t.size.large : null}
      </button>
      <button
        type="button"
        className="look-language"
        lang={language === 'en' ? 'zh-CN' : 'en'}
        aria-label={t.languageLabel}
        title={t.languageLabel}
        onClick={() => void switchLanguage(language === 'en' ? 'zh' : 'en')}
      >
        {labels ? t.language : t.otherLanguage}
      </button>
    </div>
  )
}
