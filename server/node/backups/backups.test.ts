import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupFolder, backupsIn, kept, readBackup, writeBackup } from './files.ts'
import { withoutPassword } from './postgres.ts'
import { isDue } from '#server/node/night.ts'
import { askForBackup, backupWork } from './keeper.ts'

let dataDir: string
beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(tmpdir(), 'six-chains-backups-'))
  fs.mkdirSync(path.join(dataDir, 'database'))
})
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))

const dumpOf = (text: string) => gzipSync(text)
const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, 18) + hour * 3_600_000)

describe('a backup', () => {
  it('is read as it was written, and refused when it was shortened or altered, with or without its digest', () => {
    const folder = backupFolder(dataDir)
    const file = writeBackup(folder, dumpOf('all'), at(0))
    expect(path.basename(file)).toBe('six-chains-20261129-020000.tar.gz')
    expect(Buffer.from(readBackup(file)).equals(dumpOf('all'))).toBe(true)

    const copy = path.join(dataDir, 'copy.tar.gz')
    fs.copyFileSync(file, copy)
    expect(readBackup(copy)).toHaveLength(dumpOf('all').length)
    fs.truncateSync(copy, 15)
    expect(() => readBackup(copy)).toThrow('已损坏')
    fs.writeFileSync(file, dumpOf('other'))
    expect(() => readBackup(file)).toThrow('已损坏')
    expect(() => readBackup(path.join(dataDir, 'none'))).toThrow('没有这个文件')
  })

  it('without its digest is none, and of the complete ones the newest are kept', () => {
    const folder = backupFolder(dataDir)
    for (let night = 0; night < kept + 2; night += 1)
      writeBackup(folder, dumpOf(`${night}`), at(24 * night))
    fs.writeFileSync(path.join(folder, 'six-chains-20270101-020000.tar.gz'), 'half')
    const names = backupsIn(folder).map((backup) => path.basename(backup.file, '.tar.gz'))
    expect(names).toHaveLength(kept)
    expect(names[0]).toBe('six-chains-20261207-020000')
    expect(names.at(-1)).toBe('six-chains-20261201-020000')
    expect(fs.readdirSync(folder)).toHaveLength(2 * kept + 1)
  })
})

describe('when a backup is due', () => {
  it.each([
    ['a night after the last', 24, 0, true],
    ['the same night', 2, 0, false],
    ['by day, a night was missed', 32, 0, true],
    ['by day', 29, 0, false],
    ['the night after one by day', 24, 4, true],
  ])('%s', (_, now, last, due) => expect(isDue(at(now), at(last))).toBe(due))
})

describe('who keeps the folder', () => {
  const keeper = (dump: () => Promise<Uint8Array>, clock = at(0)) => {
    const log = { info() {}, warn() {}, error() {} }
    return backupWork({ dataDir, dump, log, clock: () => clock }).run
  }

  it('makes one when it is asked from outside, and says why when it cannot', async () => {
    const asked = askForBackup(dataDir, 5_000)
    await keeper(async () => dumpOf('asked'))()
    expect(await asked).toBe(backupsIn(backupFolder(dataDir))[0]?.file)

    const failing = keeper(() => Promise.reject(new Error('the engine gave no dump')))
    const [refused] = await Promise.allSettled([askForBackup(dataDir, 5_000), failing()])
    expect(String(refused.status === 'rejected' && refused.reason)).toContain('gave no dump')
    await expect(askForBackup(dataDir, 100)).rejects.toThrow('没有答复')
  })

  it('makes one a night of itself, and after a failure waits an hour', async () => {
    writeBackup(backupFolder(dataDir), dumpOf('before'), at(-24))
    let tries = 0
    const failing = keeper(() => {
      tries += 1
      return Promise.reject(new Error('full'))
    })
    await expect(failing()).rejects.toThrow('full')
    await failing()
    expect(tries).toBe(1)
    const night = keeper(async () => dumpOf('night'))
    await night()
    await night()
    expect(backupsIn(backupFolder(dataDir))).toHaveLength(2)
  })
})

it('the password of a PostgreSQL is no argument of its tools', () => {
  expect(
    withoutPassword('postgres://six:p%40ss%2Fword@db:5432/six_chains?sslmode=require'),
  ).toEqual({
    address: 'postgres://six@db:5432/six_chains?sslmode=require',
    password: 'p@ss/word',
  })
  expect(withoutPassword('postgres://db/six_chains').password).toBe('')
})
