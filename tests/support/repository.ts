import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** The repository's own files that match, as paths below its top; generated and installed ones are left out. */
export function files(...patterns: string[]): string[] {
  const exclude = ['**/node_modules/**', 'dist/**', 'dist-demo/**', 'data/**', 'test-results/**']
  return globSync(patterns, { cwd: root, exclude })
}

export const text = (path: string): string => readFileSync(join(root, path), 'utf8')

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** `path:line` of every line that matches; comments may say what they like. */
export function linesThatMatch(paths: string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    text(path)
      .split('\n')
      .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
      .filter(({ line }) => !/^\s*(\/\/|\*|\/\*)/.test(line) && pattern.test(line))
      .map(({ place }) => place),
  )
}
