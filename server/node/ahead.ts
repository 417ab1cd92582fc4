import fs from 'node:fs'
import path from 'node:path'

/** As scripts/vite/ahead.ts writes it: of the application and of each page, places in `files`. */
interface Written {
  app: number[]
  /** By the page's path, `/meetings/:id`. */
  pages: Record<string, number[]>
  files: string[]
}

/**
 * Links for the head of the page, by its address: the scripts and style sheets that the application will ask for
 * once its first script runs. Empty for an address that no page has.
 *
 * @param folder of the built screen
 */
export function loadAhead(folder: string): (pathname: string) => string {
  const file = path.join(folder, 'ahead.json')
  if (!fs.existsSync(file)) return () => ''
  const { app, pages, files } = JSON.parse(fs.readFileSync(file, 'utf8')) as Written
  const known = Object.entries(pages).map(([pattern, own]) => ({
    pattern: new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+').replace(/\/$/, '')}/?$`),
    links: [...new Set([...app, ...own])].map((place) => linkTo(files[place] ?? '')).join(''),
  }))
  return (pathname) => known.find(({ pattern }) => pattern.test(pathname))?.links ?? ''
}

const linkTo = (name: string): string =>
  name.endsWith('.css')
    ? `<link rel="preload" as="style" fetchpriority="low" crossorigin href="/${name}">`
    : `<link rel="modulepreload" fetchpriority="low" crossorigin href="/${name}">`
