import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demo bureau, to be copied. */
    demoFolder: string
  }
}

/** The demo bureau once for all tests: a new store takes several seconds, a copy of its folder none. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'six-chains-faults-demo-'))
  const server = await startServer({ env: { DATA_DIR: folder } })
  await server.end()
  project.provide('demoFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
