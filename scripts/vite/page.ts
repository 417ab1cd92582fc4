import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { markPath } from '#parts/housePath.ts'
import { themeCss } from '#app/theme.ts'

/**
 * index.html before any script: colours from src/app/theme.ts, the mark, and whether this is the demo.
 * A demo lives on static hosts, which answer unknown paths with 404.html: the page itself.
 */
export function page({ demo }: { demo: boolean }): Plugin {
  let outDir = ''
  return {
    name: 'page',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace('/* theme */', () => themeCss())
          .replaceAll('MARK_PATH', () => markPath)
          .replace('<html ', demo ? '<html data-demo ' : '<html '),
    },
    async writeBundle() {
      if (demo)
        await writeFile(join(outDir, '404.html'), await readFile(join(outDir, 'index.html')))
    },
  }
}
