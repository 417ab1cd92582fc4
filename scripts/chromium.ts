import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium: CHROMIUM_PATH when it is set (and then no other), else the first on this machine. */
export function findChromium(): string | undefined {
  const wished = process.env.CHROMIUM_PATH
  return wished ? executable(wished) : names.map(executable).find((path) => path !== undefined)
}

/** The full path of a program, looked up in PATH when only its name is given. */
export function executable(name: string): string | undefined {
  const folders = isAbsolute(name) ? [''] : (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => (folder ? join(folder, name) : name)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
