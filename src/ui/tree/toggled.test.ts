import { array, assert, boolean, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatten, TOP, type ChildList, type FlatTree } from './flatten.ts'
import { reflatten } from './toggled.ts'

const list = (ids: string[], total = ids.length): ChildList => ({ ids, total })

/** Without the room that the columns keep in reserve. */
const plain = ({ length, ids, ...columns }: FlatTree) => ({
  length,
  ids,
  columns: Object.values(columns).map((column) => Array.from(column.subarray(0, length))),
})

describe('reflatten', () => {
  it('gives the same rows as flattening anew, whatever is opened and closed in whatever order', () => {
    assert(
      property(
        array(tuple(nat(), boolean()), { minLength: 1, maxLength: 40 }),
        array(nat(), { maxLength: 30 }),
        (shape, toggles) => {
          const kids = new Map<string, string[]>([[TOP, []]])
          const all = [TOP]
          for (const [index, [under]] of shape.entries()) {
            const id = `n${index}`
            kids.get(all[under % all.length] ?? TOP)?.push(id)
            kids.set(id, [])
            all.push(id)
          }
          // Some lists are unknown, some have more to come.
          const children = new Map(
            [...kids].flatMap(([id, ids], index): [string, ChildList][] =>
              shape[index]?.[1] && id !== TOP ? [] : [[id, list(ids, ids.length + (index % 3))]],
            ),
          )
          let was = { children, expanded: new Set<string>() as ReadonlySet<string> }
          let flat = flatten(was)
          for (const toggle of toggles) {
            const expanded = new Set(was.expanded)
            const id = all[1 + (toggle % (all.length - 1))] ?? 'n0'
            if (!expanded.delete(id)) expanded.add(id)
            const now = { children, expanded }
            flat = reflatten(flat, was, now)
            was = now
            expect(plain(flat)).toEqual(plain(flatten(now)))
          }
        },
      ),
    )
  })

  it('opens one more of 100,000 visible nodes in less time than all take', () => {
    const children = new Map<string, ChildList>()
    const expanded = new Set<string>()
    const tops = Array.from({ length: 100 }, (_, top) => `org-${top}`)
    children.set(TOP, list(tops))
    for (const top of tops) {
      const branches = Array.from({ length: 10 }, (_, n) => `${top}-${n}`)
      children.set(top, list(branches))
      expanded.add(top)
      for (const branch of branches) {
        children.set(branch, list(Array.from({ length: 100 }, (_, n) => `${branch}-${n}`)))
        expanded.add(branch)
      }
    }
    const all: number[] = []
    const times = Array.from({ length: 9 }, (_, turn) => {
      const without = new Set(expanded)
      without.delete(`org-${turn}-3`)
      const began = performance.now()
      const before = flatten({ children, expanded: without })
      const start = performance.now()
      all.push(start - began)
      const flat = reflatten(before, { children, expanded: without }, { children, expanded })
      const took = performance.now() - start
      expect(flat.length).toBe(101_100)
      return took
    })
    // Best turns beside each other: how busy the machine is concerns both.
    expect(Math.min(...times)).toBeLessThan(Math.min(...all) * 0.8)
  })
})
