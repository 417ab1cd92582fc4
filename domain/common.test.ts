import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { day, line, month, officialName } from './common.ts'

describe('a day', () => {
  it.each(['1900-01-01', '1949-10-01', '2024-02-29', '2199-12-31'])('%s is one', (text) => {
    expect(day.safeParse(text).success).toBe(true)
  })
  // From the ends of the calendar nothing can be counted on: the day after the last is none.
  it.each(['0001-01-01', '1899-12-31', '2026-02-30', '2200-01-01', '9999-12-31', ''])(
    '%s is none',
    (text) => expect(day.safeParse(text).success).toBe(false),
  )
})

describe('a month', () => {
  it.each([
    ['1900-01', true],
    ['2199-12', true],
    ['0000-01', false],
    ['9999-12', false],
    ['2026-13', false],
  ])('%s: %s', (text, is) => expect(month.safeParse(text).success).toBe(is))
})

describe('a line', () => {
  it.each([
    ['turned round', '\u202E王芳'],
    ['with a space of no width', '王\u200B芳'],
    ['as pasted from a file', '\uFEFF王芳 '],
    ['in isolation', '\u2067王芳\u2069'],
  ])('%s is the name that is read', (_, text) => expect(line(2, 50).parse(text)).toBe('王芳'))
  it('keeps what joins signs, and the dot and the rare letter of a name', () => {
    for (const text of ['👨\u200D👩\u200D👧', '阿卜杜拉·买买提', '𠮷野'])
      expect(line(1, 50).parse(text)).toBe(text)
  })
  it('is counted as it is read: a rare character is one', () => {
    expect(line(2, 50).safeParse('𠮷').success).toBe(false)
    expect(line(1, 3).safeParse('𠮷𠮷𠮷').success).toBe(true)
    expect(line(1, 2).safeParse('𠮷𠮷𠮷').success).toBe(false)
    expect(z.toJSONSchema(line(2, 50))).toMatchObject({ minLength: 2, maxLength: 50 })
  })
  it('names an organization without pictures', () => {
    expect(officialName(2, 60).safeParse('窗口一支部').success).toBe(true)
    expect(officialName(2, 60).safeParse('🎉🎉支部').success).toBe(false)
  })
  it.each(['\u200B\u200B', '\u202E', ' \uFEFF '])('of nothing that is seen is empty', (text) =>
    expect(line(1, 50).safeParse(text).success).toBe(false),
  )
})
