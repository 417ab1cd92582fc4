import { describe, expect, it } from 'vitest'
import { isDay } from '#domain/dates.ts'
import { articleKeys, articles } from './articles.ts'
import { gravest, met, notApplicable, unmet, warning } from './verdict.ts'

describe('articles', () => {
  it.each(articleKeys)(
    '%s names its regulation, its number, what it says in two languages, and since when',
    (key) => {
      const { regulation, article, gist, gistEn, since, basis } = articles[key]
      expect(regulation).toMatch(/\p{Script=Han}|GB/u)
      expect(article).toMatch(basis === 'text' ? /^第[一二三四五六七八九十]+条$|^全文$/ : /./)
      expect(gist).toMatch(/。$/)
      expect(gistEn).toMatch(/\.$/)
      expect(isDay(since)).toBe(true)
    },
  )
})

describe('gravest', () => {
  it('is the worst verdict, the first of equals', () => {
    const [a, b, c] = [warning('a', null), unmet('b', null), unmet('c', null)]
    expect(gravest([met('m', null), a, b, c])).toBe(b)
    expect(gravest([notApplicable('n', null), met('m', null)])?.code).toBe('m')
    expect(gravest([])).toBeUndefined()
  })
})
