import { describe, expect, test } from 'vitest'
import { parseAst } from 'vite'
import { problems } from '#domain/errors.ts'
import { inEnglish, sentences } from '#domain/sentences.ts'
import { files, isTest, text } from './support/repository.ts'

/** Regulations, the catalogues themselves, words that stand in both languages where they are, and what the log is told. */
const elsewhere =
  /^domain\/(rules|sentences)\/|^domain\/errors\.ts$|\/exports\.ts$|\/members\/words\.ts$|^server\/node\//

/** Chinese that is data, and no sentence of a refusal. */
const data = new Set([
  '汉族',
  '或',
  '能力提升年',
  '高效跨越年',
  '优秀共产党员',
  '党员示范岗',
  '业务能手',
  '先进党支部',
  // What no password is made of.
  '党建',
  '中国共产党',
  '审批局',
  '六链',
  // The reason that the record keeps.
  '公示异议成立：{}',
  '六链 · 机关党建管理平台',
])

const han = /\p{Script=Han}/u
const regulation = /\p{Script=Han}+(条例|细则)/gu
const slot = /\{\w+\}/g
/** Two slots that touch are told as one. */
const bare = (sentence: string): string => sentence.replace(slot, '{}').replaceAll('{}{}', '{}')
const slotsOf = (sentence: string) => new Set(sentence.match(slot))

/** Every string of a program, with `{}` where a value is put in. */
function strings(program: unknown): string[] {
  if (Array.isArray(program)) return program.flatMap(strings)
  if (typeof program !== 'object' || program === null) return []
  const node = program as Record<string, unknown>
  const inside = Object.values(node).flatMap(strings)
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value, ...inside]
  if (node.type !== 'TemplateLiteral') return inside
  const quasis = node.quasis as { value: { cooked: string } }[]
  return [quasis.map(({ value }) => value.cooked).join('{}'), ...inside]
}

const told = files('{domain,server}/**/*.ts')
  .filter((path) => !isTest(path) && !elsewhere.test(path))
  .flatMap((path) =>
    strings(parseAst(text(path), { lang: 'ts' }))
      .filter((one) => han.test(one))
      // What is added to another sentence stands in the catalogue with it.
      .map((one) => ({ path, sentence: bare(one.startsWith('，') ? `{}${one}` : one) })),
  )
/** With values put in; names of regulations stay Chinese. */
const said = (sentence: string): string =>
  inEnglish(sentence.replaceAll('{}', '1')).replaceAll(regulation, '')
const entries = Object.entries(sentences)
describe('refusals', () => {
  test('every Chinese sentence of the rules and handlers has its English', () => {
    expect(told.length).toBeGreaterThan(400)
    const inChinese = told.filter(({ sentence }) => !data.has(sentence) && han.test(said(sentence)))
    expect(inChinese).toEqual([])
  })

  test('the catalogue holds nothing that nobody says', () => {
    // Put together of two words.
    const composed = ['党委或党总支']
    const idle = Object.keys(sentences).filter((chinese) => {
      const parts = chinese.replaceAll(/[.()|?+]/g, '\\$&').split(slot)
      const shape = new RegExp(`^${parts.join('.+')}$`, 'su')
      return !told.some(({ sentence }) => shape.test(sentence))
    })
    expect(idle).toEqual(composed)
  })

  test('the English is English, but for the names of regulations, and puts in the same values', () => {
    for (const [chinese, english] of entries) {
      expect(english.replaceAll(regulation, '')).not.toMatch(han)
      expect({ chinese, slots: slotsOf(english) }).toEqual({ chinese, slots: slotsOf(chinese) })
    }
  })

  test.each(entries.filter(([chinese]) => chinese.includes('{')))(
    '%s: is found again once its values are in',
    (chinese, english) => {
      const filled = (sentence: string) =>
        sentence.replace(slot, (name) => `〈${name.slice(1, -1)}〉`)
      expect(inEnglish(filled(chinese))).toBe(filled(english))
    },
  )

  test('values are put into English where they are words or sentences themselves', () => {
    expect(inEnglish('党小组下不能设党支部，请选择党委或党总支')).toBe(
      'A group cannot hold a branch: choose a committee or a general branch',
    )
    expect(inEnglish('当天服务时长合计 24.5 小时，超过 24 小时')).toBe(
      'Together the services of that day take 24.5 h, more than 24 hours',
    )
    expect(inEnglish('张三 已出党，不推荐，请先取消其资格')).toBe(
      '张三 has left the Party: no nomination; take the nominee out first',
    )
    expect(inEnglish('同一时间已有同类会议《十一月党员大会》，请勿重复记录')).toContain(
      '“十一月党员大会”',
    )
    expect(inEnglish('Somebody’s own sentence')).toBe('Somebody’s own sentence')
  })

  test.each(Object.entries(problems))('%s has a sentence in both languages', (_, problem) => {
    const [, chinese, english] = problem
    expect(chinese).toMatch(han)
    expect(english).toMatch(/\w/)
    expect(english).not.toMatch(han)
    expect(slotsOf(english)).toEqual(slotsOf(chinese))
  })
})
