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

/** Counts how often somebody looks something up: the work that a walk over the tree is. */
class Looked<K, V> extends Map<K, V> {
  looks = 0

  override get(key: K): V | undefined {
    this.looks += 1
    return super.get(key)
  }
}

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

  it('opens one more of 100,000 visible nodes by looking at that node alone', () => {
    const children = new Looked<string, ChildList>()
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
    const without = new Set(expanded)
    without.delete('org-7-3')
    const before = flatten({ children, expanded: without })
    const looksAtAll = children.looks
    children.looks = 0
    const flat = reflatten(before, { children, expanded: without }, { children, expanded })
    expect(flat.length).toBe(101_100)
    expect(looksAtAll).toBeGreaterThan(1_000)
    // Once for the room and once for the rows; what that takes in time, bench/tree.ts measures.
    expect(children.looks).toBeLessThanOrEqual(2)
  })
})
