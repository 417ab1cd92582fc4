import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countPlaywright, countVitest } from './reports.ts'

const noSkips = new Map<string, string>()
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function written(report: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return path
}

const vitestReport = (...statuses: string[]) => ({
  testResults: [
    {
      name: 'a.test.ts',
      status: statuses.includes('failed') ? 'failed' : 'passed',
      message: '',
      assertionResults: statuses.map((status, index) => ({ fullName: `t${index}`, status })),
    },
  ],
})

describe('a Vitest report', () => {
  test('counts a skipped and a postponed test as failed', () => {
    const path = written(vitestReport('passed', 'skipped', 'todo', 'failed'))
    expect(countVitest(path, 1, noSkips)).toMatchObject({ passed: 1, failed: 3 })
  })

  test('leaves out a skip that is allowed, and says why', () => {
    const path = written(vitestReport('passed', 'skipped'))
    const counted = countVitest(path, 0, new Map([['t1', 'needs a printer']]))
    expect(counted).toMatchObject({ passed: 1, failed: 0 })
    expect(counted.notes.join()).toContain('needs a printer')
  })

  test('fails when a file could not be loaded', () => {
    const file = { name: 'b', status: 'failed', message: 'no module', assertionResults: [] }
    const path = written({ testResults: [...vitestReport('passed').testResults, file] })
    expect(countVitest(path, 1, noSkips)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('fails when there is none, when nothing ran, and on an unexplained exit code', () => {
    expect(countVitest(join(folder, 'none.json'), 0, noSkips).failed).toBe(1)
    expect(countVitest(written({ testResults: [] }), 0, noSkips).failed).toBe(1)
    expect(countVitest(written(vitestReport('passed')), 1, noSkips).failed).toBe(1)
  })
})

describe('a Playwright report', () => {
  const spec = (title: string, ...tests: [projectName: string, status: string][]) => ({
    title,
    tests: tests.map(([projectName, status]) => ({ projectName, status })),
  })

  test('counts each project, nested suites too, and a second try as failed', () => {
    const inner = spec('signs', ['server', 'flaky'], ['demo', 'skipped'])
    const outer = spec('opens', ['server', 'expected'], ['demo', 'unexpected'])
    const path = written({ suites: [{ specs: [outer], suites: [{ specs: [inner] }] }] })
    const counted = countPlaywright(path, 1, noSkips, ['server', 'demo'])
    expect(counted).toMatchObject({ passed: 1, failed: 3 })
  })

  test('tells the figures that a journey counted', () => {
    const annotations = [{ type: 'figure', description: '9 interactions' }, { type: 'slow' }]
    const [passed] = spec('logs', ['server', 'expected']).tests
    const path = written({
      suites: [{ specs: [{ title: 'logs', tests: [{ ...passed, annotations }] }] }],
    })
    expect(countPlaywright(path, 0, noSkips, ['server']).notes).toEqual(['server: 9 interactions'])
  })

  test('fails when a project ran nothing', () => {
    const path = written({ suites: [{ specs: [spec('opens', ['server', 'expected'])] }] })
    const counted = countPlaywright(path, 0, noSkips, ['server', 'demo'])
    expect(counted).toMatchObject({ passed: 1, failed: 1 })
    expect(counted.notes.join()).toContain('demo')
  })
})
