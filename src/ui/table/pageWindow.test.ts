import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageWindow } from './pageWindow.ts'

const shown = (page: number, last: number) => pageWindow(page, last).map((step) => step.page ?? '…')

describe('pageWindow', () => {
  it('shows the ends and the neighbours', () => {
    expect(shown(1, 1)).toEqual([1])
    expect(shown(1, 11)).toEqual([1, 2, '…', 11])
    expect(shown(6, 11)).toEqual([1, '…', 5, 6, 7, '…', 11])
    expect(shown(4, 11)).toEqual([1, 2, 3, 4, 5, '…', 11])
  })

  it('is short, rising, holds the current page and never hides a single page', () => {
    assert(
      property(integer({ min: 1, max: 5000 }), integer({ min: 1, max: 5000 }), (a, b) => {
        const [page, last] = a < b ? [a, b] : [b, a]
        const steps = pageWindow(page, last)
        const pages = steps.flatMap((step) => (step.page === null ? [] : [step.page]))
        expect(pages).toContain(page)
        expect(pages[0]).toBe(1)
        expect(pages[pages.length - 1]).toBe(last)
        expect(steps.length).toBeLessThanOrEqual(9)
        expect(new Set(steps.map((step) => step.key)).size).toBe(steps.length)
        // A gap stands exactly where two or more pages are left out.
        const expected = pages.flatMap((each, index) => {
          const before = pages[index - 1] ?? each - 1
          return each === before + 1 ? [each] : [null, each]
        })
        expect(steps.map((step) => step.page)).toEqual(expected)
        expect(
          pages.every((each, index) => index === 0 || each - (pages[index - 1] ?? 0) !== 2),
        ).toBe(true)
      }),
    )
  })
})
