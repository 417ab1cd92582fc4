import { array, assert, boolean, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatten, parentId, TOP, type ChildList } from './flatten.ts'

const list = (...ids: (string | null)[]): ChildList => ({ ids, total: ids.length })

describe('flatten', () => {
  it('shows children of expanded nodes below them, in order, with level, parent and position', () => {
    const children = new Map([
      [TOP, list('a', 'b')],
      ['a', list('a1', 'a2')],
      ['a2', list('a21')],
      ['b', list('b1')],
    ])
    const flat = flatten({ children, expanded: new Set(['a', 'a2']) })
    expect(flat.ids).toEqual(['a', 'a1', 'a2', 'a21', 'b'])
    expect(Array.from(flat.levels.subarray(0, flat.length))).toEqual([1, 2, 2, 3, 1])
    expect(Array.from(flat.positions.subarray(0, flat.length))).toEqual([0, 0, 1, 0, 1])
    expect(flat.ids.map((_, row) => parentId(flat, row))).toEqual([TOP, 'a', 'a', 'a2', TOP])
  })

  it('turns missing pages, at the start, between and at the end, into one row each that knows what is missing', () => {
    const children = new Map<string, ChildList>([
      [TOP, { ids: [null, null, 'c', null, 'e'], total: 9 }],
    ])
    const flat = flatten({ children, expanded: new Set() })
    expect(flat.ids).toEqual([null, 'c', null, 'e', null])
    expect(Array.from(flat.positions.subarray(0, 5))).toEqual([0, 2, 3, 4, 5])
    expect(Array.from(flat.spans.subarray(0, 5))).toEqual([2, 0, 1, 0, 4])
  })

  it('gives an expanded node whose children are unknown one row to wait in', () => {
    const flat = flatten({ children: new Map([[TOP, list('a', 'b')]]), expanded: new Set(['a']) })
    expect(flat.ids).toEqual(['a', null, 'b'])
    expect(flat.levels[1]).toBe(2)
    expect(parentId(flat, 1)).toBe('a')
  })

  it('agrees with the recursive definition on any tree', () => {
    assert(
      property(array(tuple(nat(), boolean()), { maxLength: 60 }), (choices) => {
        const kids = new Map<string, string[]>([[TOP, []]])
        const expanded = new Set<string>()
        const all = [TOP]
        for (const [index, [under, isOpen]] of choices.entries()) {
          const id = `n${index}`
          kids.get(all[under % all.length] ?? TOP)?.push(id)
          kids.set(id, [])
          all.push(id)
          if (isOpen) expanded.add(id)
        }
        const walk = (key: string, level: number): [string, number][] =>
          (kids.get(key) ?? []).flatMap((id) => [
            [id, level],
            ...(expanded.has(id) ? walk(id, level + 1) : []),
          ])
        const children = new Map([...kids].map(([key, ids]) => [key, { ids, total: ids.length }]))
        const flat = flatten({ children, expanded })
        expect(flat.ids.map((id, row) => [id, flat.levels[row]])).toEqual(walk(TOP, 1))
      }),
    )
  })
})
