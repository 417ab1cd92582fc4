import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const file = path.join(root, 'dist/commit.txt')

/** Writes beside the screen which commit it is built from: GIT_COMMIT where there is no repository (an image), else git's. */
export function keepCommit(): void {
  const commit = process.env.GIT_COMMIT ?? asked()
  if (commit) fs.writeFileSync(file, `${commit}\n`)
}

/** Null where the build did not know. */
export const keptCommit = (): string | null =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : null

function asked(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    }).trim()
  } catch {
    return undefined
  }
}
