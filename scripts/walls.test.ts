import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { root } from './command.ts'

// A rule that is written but never bites holds no wall. Each line below is planted in a copy of the
// tree's outline and must be found there; each line under `allowed` must not be.
const forbidden: [path: string, rule: string, line: string][] = [
  ['domain/a.ts', 'no-restricted-imports', `import '../server/app.ts'`],
  ['domain/b.ts', 'no-restricted-imports', `import '#server/app.ts'`],
  ['domain/c.ts', 'no-restricted-imports', `import 'kysely'`],
  ['domain/d.ts', 'no-restricted-imports', `import 'node:fs'`],
  ['domain/e.ts', 'no-restricted-imports', `export const e = () => import('#server/app.ts')`],
  ['domain/f.ts', 'no-restricted-imports', `export type { App } from '#server/app.ts'`],
  ['domain/rules/g.ts', 'no-restricted-imports', `import './../dates.ts'`],
  ['domain/h.test.ts', 'no-restricted-imports', `import '#server/app.ts'`],
  ['server/a.ts', 'no-restricted-imports', `import 'node:fs'`],
  ['server/features/meetings/b.ts', 'no-restricted-imports', `import 'pg'`],
  ['server/c.ts', 'no-restricted-imports', `import '#mocks/worker.ts'`],
  ['server/d.ts', 'no-restricted-imports', `import '#ui/DataTable.tsx'`],
  ['server/e.ts', 'no-restricted-imports', `import '#server/node/start.ts'`],
  ['server/f.ts', 'no-restricted-imports', `import './node/start.ts'`],
  ['server/http/g.ts', 'no-restricted-imports', `import 'hono/cookie'`],
  ['server/node/a.ts', 'no-restricted-imports', `import '#mocks/start.ts'`],
  ['mocks/a.ts', 'no-restricted-imports', `import '#server/node/start.ts'`],
  ['mocks/b.ts', 'no-restricted-imports', `import '#lib/client.ts'`],
  ['src/app/a.ts', 'no-restricted-imports', `import '#server/app.ts'`],
  ['src/app/b.ts', 'no-restricted-imports', `import '#mocks/worker.ts'`],
  ['src/app/c.ts', 'no-restricted-imports', `export const c = () => import('#mocks/worker.ts')`],
  ['src/main.tsx', 'no-restricted-imports', `import '#server/app.ts'`],
  ['src/ui/a.tsx', 'no-restricted-imports', `import '#parts/MemberPicker.tsx'`],
  ['src/lib/a.ts', 'no-restricted-imports', `import '#features/meetings/api.ts'`],
  ['src/locales/a.ts', 'no-restricted-imports', `import '#app/menu.ts'`],
  ['src/parts/a.tsx', 'no-restricted-imports', `import '#features/meetings/api.ts'`],
  ['src/parts/b.tsx', 'no-restricted-imports', `import '#app/menu.ts'`],
  ['src/parts/c.tsx', 'no-restricted-imports', `import '#mocks/worker.ts'`],
  ['src/features/meetings/a.tsx', 'no-restricted-imports', `import '#features/members/api.ts'`],
  ['src/features/meetings/b.tsx', 'no-restricted-imports', `import '../members/api.ts'`],
  ['src/features/meetings/c.tsx', 'no-restricted-imports', `import '#app/menu.ts'`],
  ['src/features/meetings/d.tsx', 'no-restricted-imports', `import '#server/app.ts'`],
  [
    'src/features/meetings/e.test.tsx',
    'no-restricted-imports',
    `import '#features/members/api.ts'`,
  ],
  ['src/lib/cookie.ts', 'no-document-cookie', `document.cookie = 'session=1'`],
  ['server/any.ts', 'no-explicit-any', `export const value: any = 1`],
  ['server/promise.ts', 'no-floating-promises', `Promise.resolve(1)`],
  ['server/long.ts', 'max-lines', `export const lines = 1\n`.concat('\n'.repeat(300), '//')],
  ['domain/cycleOne.ts', 'no-cycle', `export { two } from '#domain/cycleTwo.ts'`],
  [
    'src/lib/only.test.ts',
    'no-focused-tests',
    `import { test } from 'vitest'\ntest.only('x', () => {})`,
  ],
  [
    'src/lib/skip.test.ts',
    'no-disabled-tests',
    `import { test } from 'vitest'\ntest.skip('x', () => {})`,
  ],
  [
    'src/lib/silent.ts',
    'no-explicit-any',
    `// eslint-disable-next-line\nexport const silent: any = 1`,
  ],
]

const allowed: [path: string, line: string][] = [
  ['domain/ok.ts', `import '#domain/dates.ts'\nimport './dates.ts'\nimport 'zod'`],
  ['domain/ok.test.ts', `import 'vitest'\nimport 'fast-check'\nimport './dates.ts'`],
  ['domain/cycleTwo.ts', `import './cycleOne.ts'\nexport const two = 2`],
  [
    'server/ok.ts',
    `import '#domain/dates.ts'\nimport '#server/app.ts'\nimport 'hono'\nimport 'kysely'`,
  ],
  ['server/ok.test.ts', `import 'vitest'\nimport '#mocks/seed/bureau.ts'\nimport '#server/app.ts'`],
  [
    'server/node/ok.ts',
    `import 'node:fs'\nimport 'pg'\nimport '#mocks/seed/bureau.ts'\nimport 'hono/cookie'`,
  ],
  ['mocks/ok.ts', `import '#server/app.ts'\nimport 'msw'\nimport '@electric-sql/pglite'`],
  [
    'src/features/members/ok.tsx',
    `import './api.ts'\nimport '#parts/x.tsx'\nimport '#ui/x.tsx'\nimport '#lib/x.ts'`,
  ],
  ['src/app/ok.tsx', `import '#features/meetings/api.ts'\nimport '#features/members/api.ts'`],
]

const report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
})

let copy = ''
let found: string[] = []

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'walls-'))
  for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.base.json']) {
    copyFileSync(join(root, name), join(copy, name))
  }
  for (const [path, line] of [
    ...forbidden.map(([path, , line]) => [path, line] as const),
    ...allowed,
  ]) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), `${line}\n`)
  }
  writeFileSync(join(copy, 'server/tsconfig.json'), `{ "extends": "../tsconfig.base.json" }`)
  const bin = join(root, 'node_modules/.bin')
  const { stdout } = spawnSync(join(bin, 'oxlint'), ['--type-aware', '--format=json'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, OXLINT_TSGOLINT_PATH: join(bin, 'tsgolint') },
  })
  found = report
    .parse(JSON.parse(stdout))
    .diagnostics.map(({ code, filename }) => `${filename} ${code.replace(/^.*\((.*)\)$/, '$1')}`)
})
afterAll(() => rmSync(copy, { recursive: true }))

test.each(forbidden)('%s: %s bites on %s', (path, rule) => {
  expect(found).toContain(`${path} ${rule}`)
})

test.each(allowed)('%s may say %s', (path) => {
  expect(found.filter((place) => place === `${path} no-restricted-imports`)).toEqual([])
})
