import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeFolder } from './lock.ts'

let folder: string
let holder: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'six-chains-lock-'))
})
afterEach(() => {
  holder?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Another process that takes the folder and stays; gives its pid when it has it. */
async function hold(how: 'kernel' | 'pidFile'): Promise<number> {
  const program = `const { takeFolder } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)})
    await takeFolder(${JSON.stringify(folder)}, ${JSON.stringify(how)})
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holder = child
  await new Promise((resolve) => child.stdout.once('data', resolve))
  if (child.pid === undefined) throw new Error('no child')
  return child.pid
}

function killed(): Promise<void> {
  const child = holder
  return new Promise((resolve) => {
    child?.once('exit', () => resolve())
    child?.kill('SIGKILL')
  })
}

describe.each(['kernel', 'pidFile'] as const)('by %s', (how) => {
  test('a second process is refused within a second by the name of the first, and let in after kill -9', async () => {
    const pid = await hold(how)
    for (let round = 0; round < 5; round++) {
      const since = performance.now()
      await expect(takeFolder(folder, how)).rejects.toMatchObject({
        name: 'FolderInUse',
        pid,
        message: expect.stringContaining(String(pid)),
      })
      expect(performance.now() - since).toBeLessThan(1000)
    }
    await killed()
    const lock = await takeFolder(folder, how)
    await lock.release()
    expect(existsSync(path.join(folder, 'store.lock'))).toBe(false)
  })

  test('of many that come at once after a crash exactly one gets it', async () => {
    await hold(how)
    await killed()
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => takeFolder(folder, how)),
    )
    const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(locks).toHaveLength(1)
    await Promise.all(locks.map((lock) => lock.release()))
  })
})

test('a symbolic link is the same folder', async () => {
  const link = `${folder}-link`
  symlinkSync(folder, link)
  const lock = await takeFolder(folder)
  await expect(takeFolder(link)).rejects.toMatchObject({ name: 'FolderInUse', pid: process.pid })
  await lock.release()
  rmSync(link)
})

test('a holder in another container is respected while it gives signs of life, and not longer', async () => {
  const file = path.join(folder, 'store.lock')
  writeFileSync(file, JSON.stringify({ pid: 7, host: 'other', space: 'elsewhere' }))
  await expect(takeFolder(folder, 'kernel')).rejects.toMatchObject({
    name: 'FolderInUse',
    pid: 7,
    message: expect.stringContaining('other'),
  })
  const past = Date.now() / 1000 - 30
  utimesSync(file, past, past)
  await (await takeFolder(folder, 'kernel')).release()
})
