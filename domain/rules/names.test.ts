import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkName, nameKey, normalName } from './names.ts'

describe('normalName', () => {
  it.each([
    ['张　三', '张三'],
    ['　张三 ', '张三'],
    ['欧阳 娜娜', '欧阳娜娜'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉・买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉‧买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉∙买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉⋅买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉.买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉··买买提', '阿卜杜拉·买买提'],
    ['张\u200D三', '张三'],
    ['\u202E张三\u202C', '张三'],
    ['\uFEFF张三', '张三'],
    ['张\u0000三', '张三'],
    ['葛\u{E0100}城', '葛城'],
    ['Mary   Ann', 'Mary Ann'],
    ['Mary\u3000Ann', 'Mary Ann'],
    ['Zoe\u0308', 'Zoë'],
    ['﨑山', '﨑山'],
    ['𠮷野家', '𠮷野家'],
    ['A. Smith', 'A. Smith'],
  ])('%j is kept as %j', (raw, name) => expect(normalName(raw)).toBe(name))
  it('is idempotent and leaves no invisible character, whatever comes', () => {
    const piece = fc.constantFrom(
      '张',
      '三',
      '𠮷',
      ' ',
      '\u3000',
      '·',
      '•',
      '.',
      'a',
      'Zoe\u0308',
      '\u200D',
      '\u202E',
      '\uFE0F',
      '1',
      '\n',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (raw) => {
          const name = normalName(raw)
          expect(normalName(name)).toBe(name)
          expect(name).not.toMatch(/[\u200B-\u200F\u202A-\u202E\uFEFF\u3000]|\p{Cc}/u)
        },
      ),
    )
  })
})

describe('checkName', () => {
  it.each([
    '张三',
    '𠮷野家',
    '𬍛𬭎',
    '㛃㐂',
    '䶮明',
    '﨑山',
    '欧阳娜娜',
    '单雄信',
    '仇英',
    '查良镛',
    '万俟卨',
    '尉迟恭',
    '解缙',
    '曾国藩',
    '吕布',
    '〇一',
    '阿卜杜拉·买买提',
    '买买提·阿布都热合曼·吐尔逊',
    '迪丽热巴·迪力木拉提',
    'null',
    'true',
    'Mary Ann',
    'Anne-Marie O’Neil',
    "D'Angelo",
    'Zoë',
    '李Tom',
    '\u{31350}\u{323AF}',
    '\u{2EBF0}明',
    '张'.repeat(50),
    '𠮷'.repeat(50),
  ])('accepts %s', (name) => expect(checkName(name)).toEqual({ ok: true, name }))
  it.each([
    ['', 'empty'],
    [' \u3000\u200B', 'empty'],
    ['张', 'too-short'],
    ['𠮷', 'too-short'],
    ['张'.repeat(51), 'too-long'],
    ['张'.repeat(60), 'too-long'],
    ['张3', 'digits'],
    ['张３', 'digits'],
    ['13812345678', 'digits'],
    ['张😀', 'emoji'],
    ['张❤️三', 'emoji'],
    ['张🇨🇳', 'emoji'],
    ['张\uE000', 'private-use'],
    ['·张三', 'middle-dot'],
    ['张三•', 'middle-dot'],
    ['张三/李四', 'characters'],
    ['张三（预备）', 'characters'],
    ['<b>张三</b>', 'characters'],
    ['=cmd|张', 'characters'],
    ['张,三', 'characters'],
    ['—', 'characters'],
    ['张\uD842', 'characters'],
    ['Z̵̖̲̈́a̷lgo', 'characters'],
    ['-Anne', 'characters'],
  ])('refuses %j: %s', (raw, code) => expect(checkName(raw)).toEqual({ ok: false, code }))
  it.each(['张', 'a ', 'a-', '张 ', '·', ' ', '\u3000', '. ', "a'", '\u0308', '\u200B'])(
    'is linear: a megabyte of %j is refused within the time of a test',
    (unit) => {
      expect(checkName(`a${unit.repeat(1_000_000 / unit.length)}!`).ok).toBe(false)
    },
  )
})

describe('nameKey', () => {
  it.each([
    ['阿卜杜拉·买买提', '阿卜杜拉 买买提'],
    ['阿卜杜拉·买买提', '阿卜杜拉买买提'],
    ['Mary Ann', 'MARYANN'],
    ['Ｔｏｍ', 'tom'],
  ])('%s and %s are found by the same key', (a, b) => expect(nameKey(a)).toBe(nameKey(b)))
})
