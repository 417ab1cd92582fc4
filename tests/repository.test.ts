import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { pages } from '#app/pages.ts'
import { allOperations } from '#domain/contracts.ts'
import { exportedLists } from '#domain/exports.contract.ts'
import { grants, permissions, roles } from '#domain/permissions.ts'
import { parameterKeys } from '#domain/rules/parameters.ts'
import { newPassword } from '#domain/session.contract.ts'
import { paths } from '#lib/paths.ts'
import { features } from '#server/features/all.ts'
import { files, isTest, linesThatMatch, root, text } from './support/repository.ts'

const code = files('{domain,server,mocks,src}/**/*.{ts,tsx}').filter((path) => !isTest(path))
const screens = code.filter((path) => path.startsWith('src/'))

describe('rooms', () => {
  test('only src/main.tsx names the page API', () => {
    const naming = screens.filter((path) => /['"]#mocks\//.test(text(path)))
    expect(naming.filter((path) => path !== 'src/main.tsx')).toEqual([])
  })

  test('domain, server and seed ask the clock of the world for the time', () => {
    // An id carries the moment it was made, whatever day the world says it is.
    const clocked = code.filter(
      (path) => /^(domain|server|mocks\/seed)\/(?!node\/)/.test(path) && path !== 'domain/ids.ts',
    )
    expect(linesThatMatch(clocked, /new Date\(\)|Date\.now\(\)/)).toEqual([])
  })

  test('no screen reads a schema off an operation: the page has none (scripts/vite/thinDomain.ts)', () => {
    // The one place is for developing, where the schemas are there.
    const others = screens.filter((path) => path !== 'src/lib/api.ts')
    const read = /(Contract\.\w+|\boperation)\.(params|query|body|returns)\b/
    expect(linesThatMatch(others, read)).toEqual([])
  })

  test('screens join words by the punctuation of their language, which stands in the locales', () => {
    // What is typed is taken apart at the signs of either.
    const typed = ['src/features/studies/draft.ts', 'src/features/system/parameterWords.ts']
    const words = screens.filter(
      (path) => !path.startsWith('src/locales/') && !typed.includes(path),
    )
    const inCode = /^(?!\s*(?:\*|\/\/|\/\*|\{\/\*)).*[，。：；、（）]/u
    expect(linesThatMatch(words, inCode).filter((line) => !/\/\*.*\*\/|\/\/ /.test(line))).toEqual(
      [],
    )
  })

  test('only the rooms of the database begin or end a transaction by hand', () => {
    const guests = code.filter((path) => !/^server\/(db|node\/store)\//.test(path))
    const byHand = /['"`]\s*(begin|start transaction|commit|rollback)\b\s*;?\s*['"`]/i
    expect(linesThatMatch(guests, byHand)).toEqual([])
  })
})

describe('gates', () => {
  test('under the names of the README they look at files and write none', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(text('package.json')))
    const writes = /^oxfmt(?!.*--check)|--(fix|write)\b/
    const gates = ['typecheck', 'lint', 'format', 'knip']
    expect(gates.filter((name) => writes.test(scripts[name] ?? '--write'))).toEqual([])
  })
})

describe('files', () => {
  test('none has more than 300 lines', () => {
    const exempt = /^server\/db\/migrations\/|^src\/locales\//
    const measured = files(
      '{domain,server,src,mocks,scripts,tests,e2e,bench}/**/*.{ts,tsx,css,mjs}',
    )
    const long = measured.filter((path) => text(path).trimEnd().split('\n').length > 300)
    expect(long.filter((path) => !exempt.test(path))).toEqual([])
  })

  test('nothing is as high as 100vh, which on a phone reaches behind the bar of the browser', () => {
    // dvh for what lies over the page and follows the bar, svh for what stands in it and must not move.
    expect(linesThatMatch(files('src/**/*.css'), /\b100vh\b/)).toEqual([])
  })

  test('none silences the lint or the compiler', () => {
    // These two name what they forbid.
    const naming = ['tests/repository.test.ts', 'scripts/walls.test.ts']
    const paths = files('**/*.{ts,tsx}').filter((path) => !naming.includes(path))
    const silenced = /(oxlint|eslint)-disable|@ts-(ignore|nocheck|expect-error)/
    expect(paths.filter((path) => silenced.test(text(path)))).toEqual([])
  })

  test('no text area is measured by antd: what is typed would stay, readable, in an element that the CSP keeps from being hidden', () => {
    expect(linesThatMatch(screens, /\bautoSize\b/)).toEqual([])
  })

  test('none names a folder of somebody’s machine', () => {
    const paths = files('**/*.{ts,tsx,mjs,json,html,css,yml}', '.ci/run', 'package-lock.json')
    const machine = /(^|[^A-Za-z0-9_.@#*])\/(work|Users|tmp\/[a-z]+)\/\w/
    expect(linesThatMatch(paths, machine)).toEqual([])
  })

  test('the lock file names no registry', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved": "https?:/)
  })
})

describe('screens', () => {
  test('colours come from the theme', () => {
    const paths = files('src/**/*.{ts,tsx,css}').filter(
      (path) => !isTest(path) && !/^src\/app\/\w*theme/i.test(path),
    )
    const colour = /#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b/i
    expect(linesThatMatch(paths, colour)).toEqual([])
  })

  test('words come from the catalogue', () => {
    const paths = screens.filter((path) => /^src\/(app|features|parts|ui)\/.*\.tsx$/.test(path))
    expect(linesThatMatch(paths, /\p{Script=Han}/u)).toEqual([])
  })

  test('Chinese and English have the same messages with the same places', async () => {
    const [zh, en] = await Promise.all([messages('zh'), messages('en')])
    expect(en).toEqual(zh)
  })
})

describe('contracts', () => {
  test('no two operations answer at the same address', () => {
    const addresses = allOperations.map(({ method, path }) => `${method} ${path}`)
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
  })

  test('the names in a path are the keys of its parameters', () => {
    const shapes = allOperations.map(({ name, path, params }) => ({
      name,
      keys: params instanceof z.ZodObject ? Object.keys(params.shape).toSorted() : [],
      places: [...path.matchAll(/:(\w+)/g)].map(([, place]) => place ?? '').toSorted(),
    }))
    expect(shapes.filter(({ keys, places }) => keys.join() !== places.join())).toEqual([])
  })

  test('every write is audited and no reading is', () => {
    const wrong = allOperations.filter(
      ({ method, audit }) => (method === 'GET') !== (audit === null),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('of a question that holds a password no digest is kept', () => {
    const asking = allOperations.filter(
      ({ body }) =>
        body instanceof z.ZodObject &&
        Object.entries(body.shape).some(
          ([name, field]) => name === 'password' || field === newPassword,
        ),
    )
    expect(asking).toHaveLength(5)
    expect(asking.filter(({ secret }) => !secret).map(({ name }) => name)).toEqual([])
  })

  test('every permission is given to a role and asked by an operation', () => {
    const asked = new Set(
      allOperations.flatMap(({ access }) =>
        access.kind === 'permission' ? [access.permission] : [],
      ),
    )
    const given = new Set(roles.flatMap((role) => Object.keys(grants[role])))
    expect(
      permissions.filter((permission) => !asked.has(permission) || !given.has(permission)),
    ).toEqual([])
  })

  test('every parameter is read by something that it decides', () => {
    const source = code.filter((path) => path.startsWith('server/')).map(text)
    const read = (key: string) => source.some((file) => file.includes(`'${key}'`))
    expect(parameterKeys.filter((key) => !read(key))).toEqual([])
  })

  test('every list that can be exported is exported by its page, and no other', () => {
    const called = screens.flatMap((path) =>
      [...text(path).matchAll(/wholeList\((\w+)Contract\.(\w+)/g)].map(
        ([, noun, list]) => `${noun}.${list}`,
      ),
    )
    expect([...new Set(called)].toSorted()).toEqual(exportedLists.toSorted())
  })

  test('every operation is answered by a handler', () => {
    const answered = new Set(features.map(({ operation }) => operation.name))
    expect(allOperations.filter(({ name }) => !answered.has(name)).map(({ name }) => name)).toEqual(
      [],
    )
    expect(features.filter(({ handler }) => typeof handler !== 'function')).toEqual([])
  })

  test('every operation is named in a test of the API or of a screen', () => {
    const tests = files('{server,tests,src}/**/*.test.{ts,tsx}').map(text)
    const unnamed = allOperations.filter(({ name }) => {
      const [noun = '', key = ''] = name.split('.')
      const contract = `${noun}Contract`
      const named = new RegExp(`\\b${key}\\b`)
      return !tests.some((test) => test.includes(contract) && named.test(test))
    })
    expect(unnamed.map(({ name }) => name)).toEqual([])
  })

  // The first screens do without the contract's schemas, to stay light; their addresses must still be its own.
  test('addresses that are written out are addresses of the contract', () => {
    const sent = screens.flatMap((path) =>
      [...text(path).matchAll(/method: '(GET|POST)', path: '([^']+)'/g)].map(
        ([, method, at]) => `${method} ${at}`,
      ),
    )
    const known = allOperations.map(({ method, path }) => `${method} ${path}`)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter((address) => !known.includes(address))).toEqual([])
  })

  test('every path builder reaches a page', () => {
    const builders = Object.entries(paths).map(([name, build]) => {
      const address = (build as (argument?: unknown) => string)(
        '00000000-0000-7000-8000-000000000000',
      )
      return { name, pathname: address.split('?')[0] ?? '' }
    })
    const routes = pages.map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`))
    expect(
      builders
        .filter(({ pathname }) => !routes.some((route) => route.test(pathname)))
        .map(({ name }) => name),
    ).toEqual([])
  })
})

describe('words about the project', () => {
  test('the README names every script', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(text('package.json')))
    const readme = files('README.md').map(text).join('')
    const unnamed = Object.keys(scripts).filter((name) => !readme.includes(spoken(name)))
    expect(unnamed).toEqual([])
  })
})

function spoken(script: string): string {
  return script === 'start' || script === 'test' ? `npm ${script}` : `npm run ${script}`
}

/** Every message of a language as `path.to.key` → its places, e.g. `['name']` for 「{name}，您好」. */
async function messages(language: 'zh' | 'en'): Promise<Record<string, string[]>> {
  const path = files(`src/locales/${language}.ts`)[0]
  if (!path) return {}
  const catalogue: Record<string, unknown> = await import(join(root, path))
  const flat: Record<string, string[]> = {}
  const walk = (node: unknown, at: string) => {
    if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) walk(value, `${at}.${key}`)
    } else {
      const places = typeof node === 'string' ? node.matchAll(/\{(\w+)/g) : []
      flat[at] = [...places].map(([, place]) => place ?? '').toSorted()
    }
  }
  walk(catalogue[language], 'messages')
  return flat
}
