import { expect, test } from 'vitest'
import { parseAst } from 'vite'
import { zh } from '#locales/zh.ts'
import { files, isTest, text } from './support/repository.ts'

const code = files('{domain,server,src}/**/*.{ts,tsx}').filter(
  (path) => !isTest(path) && !path.startsWith('src/locales/'),
)

/** What code can name a word of the screen by: names and strings; of a template what stands around its values. */
const names = new Set<string>()
const shapes = new Set<string>()

function collect(program: unknown): void {
  if (Array.isArray(program)) return program.forEach(collect)
  if (typeof program !== 'object' || program === null) return
  const { type, name, value, quasis, ...rest } = program as Record<string, unknown>
  if (typeof name === 'string') names.add(name)
  // Codes are put together of their parts, and taken apart: `honour-class.created`, `quorum.met`.
  if (type === 'Literal') for (const part of String(value).split(/[./]/)) names.add(part)
  if (type === 'TemplateLiteral') {
    const around = (quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked)
    for (const part of around.flatMap((one) => one.split(/[./]/))) names.add(part)
    if (/\w/.test(around.join(''))) shapes.add(around.join('\n'))
  }
  for (const child of [name, value, ...Object.values(rest)]) collect(child)
}

for (const path of code) collect(parseAst(text(path), { lang: path.endsWith('x') ? 'tsx' : 'ts' }))

const made = (key: string): boolean =>
  [...shapes].some((shape) => {
    const parts = shape.split('\n')
    const [first = '', last = ''] = [parts[0], parts.at(-1)]
    return (
      key.length > first.length + last.length &&
      key.startsWith(first) &&
      key.endsWith(last) &&
      parts.every((part) => key.includes(part))
    )
  })

/** Words of JSON Schema, which the page of the API reads out. */
const told = new Set(['integer'])

/** The paths of words whose last step no code names. */
const unsaid = (words: object, path: readonly string[] = []): string[] =>
  Object.entries(words).flatMap(([key, word]: [string, unknown]) => {
    const here = [...path, key]
    if (typeof word === 'object' && word !== null && !Array.isArray(word)) return unsaid(word, here)
    const said = key.split(/[./]/).every((part) => names.has(part)) || made(key)
    return said || told.has(key) ? [] : [here.join(' → ')]
  })

test('every word of the screen is said by some code', () => {
  expect(names.size).toBeGreaterThan(3_000)
  expect(unsaid(zh)).toEqual([])
})

test('one that nothing says is found', () => {
  expect(unsaid({ members: { title: '党员', neverSaidByAnything: '其他' } })).toEqual([
    'members → neverSaidByAnything',
  ])
})
