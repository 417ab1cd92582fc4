import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { envOrExit } from './env.ts'

/** `npm start`: builds the screen if it is missing or older than its sources, then runs the server. */
const root = path.resolve(import.meta.dirname, '../..')

// A setting that cannot be is told before anything is built.
envOrExit()

const newest = (entry: string): number => {
  const file = path.join(root, entry)
  if (!fs.existsSync(file)) return 0
  const { mtimeMs } = fs.statSync(file)
  if (!fs.statSync(file).isDirectory()) return mtimeMs
  return Math.max(
    mtimeMs,
    ...fs
      .readdirSync(file, { recursive: true, encoding: 'utf8' })
      .map((name) => fs.statSync(path.join(file, name)).mtimeMs),
  )
}

const sources = ['src', 'domain', 'public', 'index.html', 'vite.config.ts', 'package.json']
const built = path.join(root, 'dist/index.html')

if (!fs.existsSync(built) || fs.statSync(built).mtimeMs < Math.max(...sources.map(newest))) {
  process.stdout.write('Building the screen / 正在构建界面…\n')
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

// What one start has read and compiled the next one takes as it is: half a second of processor time.
enableCompileCache(path.join(root, 'node_modules/.cache/six-chains/compiled'))
await import('./main.ts')
