import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { readEnv } from '#server/node/env.ts'
import { ask } from './client.ts'
import { dataFolder, runServer, startServer } from './server.ts'

test('every wrong setting is told in one list, and the start ends with code 1', async () => {
  const wrong = { PORT: '70000', DATABASE_URL: 'mysql://x', DATA_KEY: 'short', LOG_LEVEL: 'loud' }
  expect(() => readEnv(wrong, ['--empty', '--verbose'])).toThrow(
    /PORT: .*\n.*DATABASE_URL: .*\n.*DATA_KEY: .*\n.*LOG_LEVEL: .*\n.*--verbose: /,
  )
  const { code, output } = await runServer({ env: { DATA_DIR: dataFolder(), ...wrong } })
  expect(code).toBe(1)
  for (const name of Object.keys(wrong)) expect(output).toContain(`  ${name}: `)
})

test('a second server on the same folder is refused within a second by the name of the first', async () => {
  const env = { DATA_DIR: dataFolder(inject('demoFolder')) }
  const first = await startServer({ env })
  // What any start costs on this machine, measured by one that is refused for its settings.
  const bare = await runServer({ env: { ...env, PORT: 'x' } })
  const second = await runServer({ env })
  expect(second.code).toBe(1)
  expect(second.output).toContain(String(first.pid))
  expect(second.ms - bare.ms).toBeLessThan(1000)
  expect((await ask(`${first.url}/readyz`)).status).toBe(200)
  expect(await first.end()).toMatchObject({ code: 0 })
})

test('a port that is taken, or a host that is not here, is told in a sentence before anything is loaded', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const env = { DATA_DIR: dataFolder() }
  const busy = await runServer({ env: { ...env, PORT: String(port) } })
  taken.close()
  expect(busy).toMatchObject({ code: 1, signal: null })
  expect(busy.output).toMatch(
    new RegExp(`Port ${port} .* is in use.*PORT=${port + 1}.*${port} 端口已被占用`),
  )
  expect(busy.output.trim().split('\n')).toHaveLength(1)
  const lost = await runServer({ env: { ...env, HOST: '192.0.2.1' } })
  expect(lost).toMatchObject({
    code: 1,
    output: expect.stringMatching(/HOST=192\.0\.2\.1 .*不是本机/),
  })
  // The store was left as it is begun: nothing decided yet.
  const server = await startServer({ env, args: ['--empty'] })
  expect(server.output()).toContain('setup code')
  expect(await server.end()).toMatchObject({ code: 0 })
})

test('a demo store does not start as an empty installation', async () => {
  const env = { DATA_DIR: dataFolder(inject('demoFolder')) }
  const refused = await runServer({ env, args: ['--empty'] })
  expect(refused).toMatchObject({
    code: 1,
    output: expect.stringMatching(/is the demo bureau.*此数据目录是演示库/),
  })
  const server = await startServer({ env })
  expect(server.output()).toContain('demo data')
  await server.end()
})

test('an empty installation waits for its administrators and is set up once', async () => {
  const env = { DATA_DIR: dataFolder() }
  let server = await startServer({ env, args: ['--empty'] })
  const code = /setup code: (\S+)/.exec(server.output())?.[1]
  const show = async () => (await ask(`${server.url}/api/session`)).json
  expect(await show()).toMatchObject({
    session: null,
    installation: { demo: false, needsSetup: true },
    demoAccounts: [],
  })
  const setUp = (given: string | undefined) =>
    ask(`${server.url}/api/setup`, {
      body: {
        code: given,
        bureauName: '演练市行政审批局机关党委',
        login: 'guanli',
        name: '甲某某',
        password: 'a long enough passphrase 27',
        securityAdmin: { login: 'anquan', name: '乙某某' },
        auditor: { login: 'shenji', name: '丙某某' },
      },
    })
  expect((await ask(`${server.url}/api/session/demo`, { body: { login: 'guanli' } })).status).toBe(
    404,
  )
  expect((await setUp('wrong-code')).json?.code).toBe('setup_code')
  const done = await setUp(code)
  expect(done).toMatchObject({ status: 200, json: { view: { session: { login: 'guanli' } } } })
  expect((await setUp(code)).json?.code).toBe('setup_done')
  expect(await show()).toMatchObject({ installation: { needsSetup: false } })
  await server.end()

  server = await startServer({ env })
  expect(server.output()).not.toMatch(/setup code|demo data/)
  expect((await setUp(code)).json?.code).toBe('setup_done')
  await server.end()
})

test('a store whose key is lost, or another, is not opened with a new one; with its own it is', async () => {
  const env = { DATA_DIR: dataFolder(inject('demoFolder')) }
  const file = join(env.DATA_DIR, 'data.key')
  const own = readFileSync(file, 'utf8')
  rmSync(file)
  const lost = await runServer({ env })
  expect(lost).toMatchObject({ code: 1, output: expect.stringContaining(file) })
  expect(lost.output).toMatch(/is missing.*缺少本库的数据密钥/)
  expect(existsSync(file)).toBe(false)

  writeFileSync(file, randomBytes(32).toString('hex'))
  const other = await runServer({ env })
  expect(other).toMatchObject({
    code: 1,
    output: expect.stringMatching(/is not the one.*与本库不符/),
  })

  writeFileSync(file, own)
  const server = await startServer({ env })
  await server.end()
})
