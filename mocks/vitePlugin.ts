import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const NAME = 'virtual:demo-snapshot'
const here = import.meta.dirname

/**
 * The demo build's snapshot: made when it is missing or old (by a process of its own, because it runs
 * the server's code), then an asset like any other. In a normal build there is nothing of it.
 */
export function demoSnapshot({ demo }: { demo: boolean }): Plugin {
  return {
    name: 'demo-snapshot',
    config: () =>
      // PGlite finds its WebAssembly beside its own files; a worker with imports is a module.
      demo ? { optimizeDeps: { exclude: ['@electric-sql/pglite'] }, worker: { format: 'es' } } : {},
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null
      if (!demo) return `export const url = '', key = '', version = ''`
      const output = execFileSync(process.execPath, [join(here, 'buildSnapshot.ts')], {
        encoding: 'utf8',
      })
      const path = /\/\S+demo-snapshot-(\w+)\.bin/.exec(output)
      if (!path) return this.error(`no snapshot: ${output}`)
      const { version } = JSON.parse(readFileSync(join(here, '../package.json'), 'utf8')) as {
        version: string
      }
      return `export { default as url } from '${path[0]}?url'
export const key = '${path[1] ?? ''}', version = '${version}'`
    },
  }
}
