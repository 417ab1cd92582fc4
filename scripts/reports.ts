import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** What a stage adds to the closing line, and a sentence for each thing that is not a plain test failure. */
export type Count = { passed: number; failed: number; notes: string[] }

type Skips = ReadonlyMap<string, string>

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

const journey = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      annotations: z
        .array(z.object({ type: z.string(), description: z.string().optional() }))
        .default([]),
    }),
  ),
})
const journeySuite = z.object({
  specs: z.array(journey).default([]),
  get suites() {
    return z.array(journeySuite).default([])
  },
})
const playwrightReport = z.object({
  suites: z.array(journeySuite),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
})

type Seen = { name: string; status: 'passed' | 'failed' | 'skipped' }

/**
 * Counts Vitest's JSON report. A file that cannot be loaded is one failure, a skipped test is one,
 * no test at all is one, and so is an exit code that no failed test explains.
 */
export function countVitest(path: string, exitCode: number, allowed: Skips): Count {
  const report = read(path, vitestReport)
  if (!report) return broken('Vitest wrote no report')
  const seen: Seen[] = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ name: fullName, status: verdict(status) })),
  )
  const unloaded = report.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && !failedTest(assertionResults))
    .map(({ name, message }) => `${name} failed outside its tests: ${message}`)
  return count(seen, unloaded, exitCode, allowed)
}

/**
 * Counts Playwright's JSON report by the same rules; each project must have run something. What a journey counted
 * (an annotation of type `figure`) is told.
 */
export function countPlaywright(
  path: string,
  exitCode: number,
  allowed: Skips,
  projects: string[],
): Count {
  const report = read(path, playwrightReport)
  if (!report) return broken('Playwright wrote no report')
  const specs = report.suites.flatMap(allSpecs)
  const figures = specs.flatMap(({ tests }) =>
    tests.flatMap(({ projectName, annotations }) =>
      annotations.flatMap(({ type, description }) =>
        type === 'figure' ? `${projectName}: ${description}` : [],
      ),
    ),
  )
  const journeys = specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, status }) => ({
      projectName,
      name: `${projectName}: ${title}`,
      status: verdict(status),
    })),
  )
  const idle = projects
    .filter((project) => !journeys.some(({ projectName }) => projectName === project))
    .map((project) => `no journey ran against ${project}`)
  const errors = report.errors.map(({ message }) => message ?? 'an error without a message')
  const counted = count(journeys, [...errors, ...idle], exitCode, allowed)
  return { ...counted, notes: [...counted.notes, ...figures] }
}

function count(seen: Seen[], troubles: string[], exitCode: number, allowed: Skips): Count {
  const passed = seen.filter(({ status }) => status === 'passed').length
  const failures = seen.filter(({ status }) => status === 'failed').length
  const skipped = seen.filter(({ status }) => status === 'skipped')
  const forbidden = skipped.filter(({ name }) => !allowed.has(name))
  const notes = [
    ...troubles,
    ...forbidden.map(({ name }) => `skipped, so counted as failed: ${name}`),
    ...skipped
      .filter(({ name }) => allowed.has(name))
      .map(({ name }) => `skipped as allowed: ${name} (${allowed.get(name)})`),
  ]
  let failed = failures + forbidden.length + troubles.length
  if (passed + failed === 0) {
    failed = 1
    notes.push('no test ran')
  } else if (exitCode !== 0 && failed === 0) {
    failed = 1
    notes.push(`exit code ${exitCode} although no test failed`)
  }
  return { passed, failed, notes }
}

function read<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return undefined
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  return parsed.success ? parsed.data : undefined
}

function verdict(status: string): Seen['status'] {
  if (status === 'passed' || status === 'expected') return 'passed'
  return status === 'failed' || status === 'unexpected' || status === 'flaky' ? 'failed' : 'skipped'
}

const failedTest = (tests: { status: string }[]) => tests.some(({ status }) => status === 'failed')
const broken = (sentence: string): Count => ({ passed: 0, failed: 1, notes: [sentence] })

function allSpecs(suite: z.infer<typeof journeySuite>): z.infer<typeof journey>[] {
  return [...suite.specs, ...suite.suites.flatMap(allSpecs)]
}
