import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cspReportPath, cspReports } from './cspReports.ts'
import { contentPolicy } from './headers.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => void vi.useRealTimers())

function door() {
  const logged: Record<string, unknown>[] = []
  const counted: string[] = []
  const warn = (fields: Record<string, unknown>) => void logged.push(fields)
  const routes = cspReports({
    log: { info: warn, warn, error: warn },
    count: (directive) => void counted.push(directive),
  })
  const send = async (body: string, type = 'application/csp-report') =>
    (
      await routes.request(cspReportPath, {
        method: 'POST',
        body,
        headers: { 'Content-Type': type },
      })
    ).status
  const report = (more: object) => send(JSON.stringify({ 'csp-report': more }))
  return { logged, counted, send, report }
}

it('the policy of the page names it', () => {
  expect(contentPolicy('n')).toContain(`report-uri ${cspReportPath}`)
})

it('what was held off is counted and in the log, without what a page was asked with', async () => {
  const { logged, counted, report } = door()
  const status = await report({
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'https://evil.example/x.js?who=张伟',
    'document-uri': 'https://dj.example/members?q=张伟',
    'source-file': 'https://dj.example/assets/app-1a2b.js?v=1',
    'line-number': 7,
    'script-sample': '张伟 110101199003070011',
  })
  expect([status, counted]).toEqual([204, ['script-src-elem']])
  expect(logged).toEqual([
    {
      directive: 'script-src-elem',
      blocked: 'https://evil.example',
      page: '/members',
      source: '/assets/app-1a2b.js',
      line: 7,
    },
  ])
})

it.each([
  ['inline', 'inline'],
  ['data', 'data'],
  ['data:text/html,张伟', 'data:'],
  [`${'a'.repeat(3_000)}:x`, 'a'.repeat(100)],
  ['张伟', 'other'],
])('%s is told as %s', async (said, told) => {
  const { logged, report } = door()
  await report({ 'violated-directive': "style-src 'self'", 'blocked-uri': said })
  expect(logged[0]).toMatchObject({ directive: 'style-src', blocked: told, page: null })
})

it('a directive that is none is no label of the figures', async () => {
  const { counted, report } = door()
  expect(await report({ 'effective-directive': 'made-up-by-somebody' })).toBe(204)
  expect(counted).toEqual(['other'])
})

it('garbage, what is too long and what is no report is neither told nor an error', async () => {
  const { logged, counted, send } = door()
  for (const body of [
    '',
    '{',
    'null',
    '[]',
    '{"csp-report":7}',
    '{"csp-report":{"blocked-uri":{}}}',
  ])
    expect([body, await send(body)]).toEqual([body, 400])
  expect(await send(`"${'x'.repeat(17_000)}"`)).toBe(413)
  expect(await send('{"csp-report":{}}', 'application/json')).toBe(415)
  expect([logged, counted]).toEqual([[], []])
})

it('of many of one kind a few a minute go to the log, the others are counted and their number told, whatever comes after', async () => {
  const { logged, counted, report } = door()
  for (let turn = 0; turn < 25; turn++) await report({ 'blocked-uri': 'eval' })
  expect([logged.length, counted.length]).toEqual([3, 25])
  // What is rare is not lost among what is frequent.
  await report({ 'blocked-uri': 'https://evil.example/x.js' })
  expect(logged[3]).toMatchObject({ blocked: 'https://evil.example' })
  vi.advanceTimersByTime(60_000)
  expect(logged.slice(4)).toEqual([{ directive: 'other', blocked: 'eval', left: 22 }])
  await report({ 'blocked-uri': 'eval' })
  vi.advanceTimersByTime(60_000)
  expect(logged.slice(5)).toEqual([expect.objectContaining({ blocked: 'eval', page: null })])
})

it('kinds that somebody makes up fill neither the memory nor the log', async () => {
  const { logged, report } = door()
  for (let turn = 0; turn < 100; turn++)
    await report({ 'effective-directive': 'img-src', 'blocked-uri': `https://a${turn}.example` })
  expect(logged).toHaveLength(50 + 3)
  vi.advanceTimersByTime(60_000)
  expect(logged.slice(53)).toEqual([{ directive: 'img-src', blocked: 'other', left: 47 }])
})
