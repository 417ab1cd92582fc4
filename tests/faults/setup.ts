import { postgres } from './machine.ts'
import { dataFolder, demoKey, startServer } from './server.ts'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demo bureau, to be copied. */
    demoFolder: string
    /** The same as its first start left it when it was killed at once. */
    loadedFolder: string
    /** The folder of a PostgreSQL with the demo bureau, to be copied. */
    demoCluster: string
  }
}

/** The demo bureau once for all tests: a new store takes several seconds, a copy of its folder none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const loadedFolder = dataFolder()
  await (await startServer({ env: { DATA_DIR: loadedFolder } })).end('SIGKILL')
  const demoFolder = dataFolder(loadedFolder)
  await (await startServer({ env: { DATA_DIR: demoFolder } })).end()

  const cluster = await postgres()
  const env = { DATA_DIR: dataFolder(), DATABASE_URL: cluster.url, DATA_KEY: demoKey }
  await (await startServer({ env })).end()
  await cluster.halt('SIGINT')

  project.provide('loadedFolder', loadedFolder)
  project.provide('demoFolder', demoFolder)
  project.provide('demoCluster', cluster.home)
  return () => cluster.stop()
}
