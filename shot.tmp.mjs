import { chromium } from '@playwright/test'
const [base, role, theme, width, ...paths] = process.argv.slice(2)
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const c = await b.newContext({
  viewport: { width: +width, height: +width < 600 ? 844 : 900 },
  colorScheme: theme,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
})
const p = await c.newPage()
p.on('console', (m) => {
  if (m.type() === 'error') console.log('console', m.text().slice(0, 200))
})
p.on('pageerror', (e) => console.log('pageerror', e.message))
await p.goto(base + '/')
if (role !== '-')
  await p
    .locator('button.si-role', { has: p.locator('b', { hasText: new RegExp(`^${role}$`) }) })
    .click()
await p.waitForTimeout(1500)
for (const x of paths) {
  if (x !== '.') await p.goto(base + x)
  await p.waitForLoadState('networkidle')
  await p.waitForTimeout(500)
  const f = `/tmp/shots/${role}-${theme}-${width}-${x.replace(/[^a-z0-9-]/gi, '_').slice(0, 40)}.png`
  await p.screenshot({ path: f })
  console.log(f)
}
await b.close()
