import { isUnattended } from './unattended.ts'

/** As long as the longest pause of what a page asks by itself (`useTodos`): what was touched between two of them counts. */
const WHILE = 5 * 60_000

/** Also what a screen reader or a voice does, which moves no pointer and presses no key. */
const signs = [
  'pointerdown',
  'pointermove',
  'keydown',
  'wheel',
  'touchstart',
  'click',
  'input',
  'focusin',
]

/** Opening the page is an act. */
let touchedAt = Date.now()

if (typeof window !== 'undefined')
  for (const sign of signs)
    window.addEventListener(sign, () => (touchedAt = Date.now()), { capture: true, passive: true })

/**
 * Nobody has touched this page of late, so what it asks by its own clock is no use of the session, which
 * then idles out as it should. A wall is used without being touched (docs/adr/0013).
 */
export const isUntouched = (): boolean => !isUnattended() && Date.now() - touchedAt > WHILE
