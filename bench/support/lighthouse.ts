import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Lighthouse is fetched when the bench runs and is no devDependency: it has no install script and
 * fetches no browser, but its 201 packages are 186 MB in 13,400 files, as much again as the whole
 * project, for which every `npm ci && npm start` would pay half a minute. The release is the one that
 * the peers' figures were taken with.
 */
const release = '12.8.2'

interface Audit {
  score: number | null
  numericValue?: number
  details?: { items?: { transferSize?: number; resourceType?: string }[] }
}
export interface Result {
  runtimeError?: { code: string; message: string }
  finalDisplayedUrl: string
  environment: { benchmarkIndex: number }
  audits: Record<string, Audit>
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>
}
interface Config {
  extends?: string
  settings?: Record<string, unknown>
}
interface Module {
  default: (
    url: string,
    flags: { port: number; logLevel: 'error'; output: 'json' },
    config: Config,
  ) => Promise<{ lhr: Result; report: string } | undefined>
  desktopConfig: Config
}

export type Form = 'desktop' | 'mobile'
export type Judge = (url: string, form: Form, port: number) => Promise<Result>

/** Gives `work` a Lighthouse: that of `folder` (its node_modules), else one fetched for this run. */
export async function withLighthouse<T>(
  folder: string | undefined,
  work: (judge: Judge) => Promise<T>,
): Promise<T> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'six-chains-lighthouse-'))
  try {
    if (!folder) {
      writeFileSync(join(home, 'package.json'), '{ "private": true }')
      const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent']
      execFileSync('npm', ['install', ...quietly, `lighthouse@${release}`], {
        cwd: home,
        shell: process.platform === 'win32',
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    }
    const entry = pathToFileURL(join(home, 'node_modules/lighthouse/core/index.js')).href
    return await work(judgeOf((await import(entry)) as Module))
  } finally {
    if (!folder) rmSync(home, { recursive: true, force: true })
  }
}

/** Simulated throttling, which is Lighthouse's own default; the profile keeps its session. */
const judgeOf =
  ({ default: lighthouse, desktopConfig }: Module): Judge =>
  async (url, form, port) => {
    const base = form === 'desktop' ? desktopConfig : { extends: 'lighthouse:default' }
    const answer = await lighthouse(
      url,
      { port, logLevel: 'error', output: 'json' },
      {
        ...base,
        settings: {
          ...base.settings,
          onlyCategories: ['performance', 'accessibility', 'best-practices'],
          disableStorageReset: true,
          maxWaitForLoad: 45_000,
        },
      },
    )
    if (!answer) throw new Error(`Lighthouse gave nothing for ${url}`)
    const { runtimeError } = answer.lhr
    if (runtimeError) throw new Error(`${runtimeError.code}: ${runtimeError.message}`)
    return answer.lhr
  }
