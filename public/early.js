// Runs before the first paint (a strict CSP allows no inline script): applies the remembered look, so
// that nothing flashes, and asks who is signed in while the rest is still on its way.
const root = document.documentElement
let preferences = {}
try {
  preferences = JSON.parse(localStorage.getItem('six-chains.preferences') || '{}')
  if (localStorage.getItem('six-chains.known')) root.dataset.known = ''
} catch {
  // Blocked storage: the defaults serve.
}
const dark =
  preferences.theme === 'dark' ||
  (preferences.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
root.dataset.theme = dark ? 'dark' : 'light'
root.dataset.size = preferences.size === 'large' ? 'large' : 'standard'
if (preferences.language === 'en') root.lang = 'en'

// Older than the page is built for (vite.config.ts): it would stand on its outline for ever. Nothing newer than
// that browser's language may stand in this file.
const supports = window.CSS && CSS.supports && CSS.supports('selector(:has(a))')
if (!supports || !Array.prototype.toSorted) {
  addEventListener('DOMContentLoaded', () => {
    document.body.style.padding = '2rem'
    document.body.textContent =
      '浏览器版本过低，请升级后再打开（Chromium 111 及以上内核，双核浏览器请切换到极速模式）。This browser is too old: Chromium 111 or newer is needed.'
  })
}

// The demo has no server: its page asks itself later.
if (!('demo' in root.dataset)) {
  window.sixChainsSession = fetch(new URL('api/session', document.currentScript.src), {
    headers: { Accept: 'application/json', 'X-Requested-With': 'six-chains' },
    credentials: 'same-origin',
  })
  // Whoever awaits it handles the failure.
  window.sixChainsSession.catch(() => {})
}
