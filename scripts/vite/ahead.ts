import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss?: Set<string> } }

/** Fetched by itself, so that no other page carries it; a page of charts always does. */
const ENGINE = 'src/ui/chart/engine.ts'

/**
 * Which files the application and each page consist of (places in `files`), written down as ahead.json: whoever
 * comes with a session is told of them by the page itself, so that they travel beside the first script and not
 * after it (server/node/ahead.ts). A demo has no server that could tell.
 */
export function ahead({ demo }: { demo: boolean }): Plugin {
  let root = ''
  return {
    name: 'ahead',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        if (demo) return
        const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk')
        const filesOf = (source: string) =>
          filesBehind(chunks, resolve(root, source), resolve(root, ENGINE))
        const files: string[] = []
        const placeOf = (file: string) => {
          if (!files.includes(file)) files.push(file)
          return files.indexOf(file)
        }
        // The first script brings its own; Chinese is what nearly everybody reads.
        const first = filesOf('src/main.tsx')
        const app = [...filesOf('src/app/App.tsx'), ...filesOf('src/locales/zh.ts')]
        const later = (wanted: readonly string[], before: readonly string[]) =>
          wanted.filter((file) => !before.includes(file)).map(placeOf)
        const data = {
          app: later(app, first),
          pages: Object.fromEntries(
            pageSources(root).map(([path, source]) => [
              path,
              later(filesOf(source), [...first, ...app]),
            ]),
          ),
          files,
        }
        this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(data) })
      },
    },
  }
}

/** Path → module of every page, as `src/app/pages.ts` has them. */
function pageSources(root: string): [path: string, source: string][] {
  const text = readFileSync(resolve(root, 'src/app/pages.ts'), 'utf8')
  const found = [
    ...text.matchAll(/path: '([^']+)'(?:(?!path: ')[\s\S])*?import\('#features\/([^']+)'\)/g),
  ]
  const declared = text.match(/^\s*(?:\{ )?path: '/gm)?.length ?? 0
  if (found.length === 0 || found.length !== declared)
    throw new Error(`${found.length} of ${declared} pages are found in src/app/pages.ts`)
  return found.map(([, path = '', module = '']) => [path, `src/features/${module}`])
}

function chunkOf(chunks: readonly Chunk[], source: string): Chunk {
  const id = source.replaceAll('\\', '/')
  const found = chunks.find(({ moduleIds }) => moduleIds.includes(id))
  if (!found) throw new Error(`no chunk holds ${source}`)
  return found
}

/**
 * The chunk that holds a module, all that it imports at once, and their style sheets; with them the charts' engine where
 * one of them fetches it.
 */
function filesBehind(chunks: readonly Chunk[], source: string, engine: string): string[] {
  const first = chunkOf(chunks, source)
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set<Chunk>([first])
  for (const chunk of found)
    for (const name of chunk.imports) {
      const next = byName.get(name)
      if (next) found.add(next)
    }
  const later = chunkOf(chunks, engine)
  if ([...found].some(({ dynamicImports }) => dynamicImports.includes(later.fileName)))
    found.add(later)
  return [...found].flatMap((chunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])])
}
