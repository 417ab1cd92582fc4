import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allowedSkips } from './allowedSkips.ts'
import { findChromium } from './chromium.ts'
import { root, run } from './command.ts'
import { findPostgres, freePort, startPostgres } from './postgres.ts'
import type { Need } from './provision.ts'
import { countPlaywright, countVitest, type Count } from './reports.ts'

export type Result = Count & { output: string }

/** A part of `npm test`; `after` names stages without whose success it cannot run. */
export type Stage = {
  name: string
  title: string
  needs?: Need[]
  after?: string[]
  run: () => Promise<Result>
}

/** The stages in their order; those of one row run side by side, for they leave a core idle alone. */
export const rows: Stage[][] = [
  [gate('types', 'Types', 'tsc', ['-b']), gate('lint', 'Lint', 'oxlint', ['--type-aware'])],
  [gate('format', 'Format', 'oxfmt', ['--check']), gate('knip', 'Dead code', 'knip', [])],
  [tests('unit', 'Unit: domain, library, repository')],
  [withPostgres('api', 'API on the embedded engine')],
  [withPostgres('api-postgres', 'API again on a real PostgreSQL')],
  [tests('screens', 'Screens')],
  [
    gate('build', 'Build', 'npm', ['run', '--silent', 'build']),
    gate('build:demo', 'Build of the demo page', 'vite', ['build', '--mode', 'demo']),
  ],
  [faultsStage()],
  [journeysStage()],
]

/** A gate passes or fails as a whole: one count. */
function gate(name: string, title: string, command: string, args: string[]): Stage {
  return {
    name,
    title,
    run: async () => {
      const { code, output } = await run(command, args)
      const passed = code === 0 ? 1 : 0
      return { passed, failed: 1 - passed, notes: [], output }
    },
  }
}

function tests(project: string, title: string): Stage {
  return { name: project, title, run: () => vitest(project, {}) }
}

async function vitest(project: string, env: NodeJS.ProcessEnv): Promise<Result> {
  const report = freshReport(project)
  const { code, output } = await run(
    'vitest',
    [
      'run',
      `--project=${project}`,
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env },
  )
  return { ...countVitest(report, code, allowedSkips), output }
}

/** The embedded engine is held against a PostgreSQL too: both must give the same values. */
function withPostgres(project: string, title: string): Stage {
  return {
    name: project,
    title,
    needs: ['postgres'],
    run: async () => {
      const given = process.env.TEST_DATABASE_URL
      if (given) return vitest(project, {})
      const folder = findPostgres()
      if (!folder) throw new Error('PostgreSQL has gone since it was found.')
      const cluster = await startPostgres(folder)
      try {
        return await vitest(project, { TEST_DATABASE_URL: cluster.socketUrl })
      } finally {
        await cluster.stop()
      }
    },
  }
}

/** The real server serves the built screen, and one test takes its PostgreSQL away. */
function faultsStage(): Stage {
  return {
    name: 'faults',
    title: 'Faults: killed, stopped, database away, hostile requests',
    needs: ['postgres'],
    after: ['build'],
    run: () => vitest('faults', {}),
  }
}

function journeysStage(): Stage {
  return {
    name: 'e2e',
    title: 'Journeys in Chromium, against the Node server and the demo page',
    needs: ['chromium', 'fonts'],
    after: ['build', 'build:demo'],
    run: async () => {
      const report = freshReport('journeys')
      const data = mkdtempSync(join(tmpdir(), 'six-chains-journeys-'))
      try {
        const [server, demo] = [await freePort(), await freePort()]
        const env = {
          CHROMIUM_PATH: findChromium(),
          E2E_DATA_DIR: data,
          E2E_SERVER_PORT: String(server),
          E2E_DEMO_PORT: String(demo),
        }
        const { code, output } = await run('playwright', ['test'], { env, limitSeconds: 1_800 })
        return { ...countPlaywright(report, code, allowedSkips, ['server', 'demo']), output }
      } finally {
        rmSync(data, { recursive: true, force: true })
      }
    },
  }
}

/** Where a report will stand; an older one must not be taken for it. */
function freshReport(name: string): string {
  const path = join(root, 'test-results', `${name}.json`)
  rmSync(path, { force: true })
  return path
}
