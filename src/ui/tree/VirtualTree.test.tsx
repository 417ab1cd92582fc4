import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, useState } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { TOP, type ChildList } from './flatten.ts'
import type { TreeNode } from './moves.ts'
import { VirtualTree, type TreeHandle } from './VirtualTree.tsx'

beforeAll(() => setText(zh))

const PAGE = 50
const WIDE = 1000

/** 党委 with 3 branches; the second has a thousand groups, whose pages come when asked for. */
const nodes = new Map<string, TreeNode>(
  [
    { id: 'root', label: '机关党委', hasChildren: true, initials: 'jgdw' },
    { id: 'b1', label: '第一支部', hasChildren: false, initials: 'dyzb' },
    { id: 'b2', label: '第二支部', hasChildren: true, initials: 'dezb' },
    { id: 'b3', label: '退休支部', hasChildren: false, initials: 'txzb' },
    ...Array.from({ length: WIDE }, (_, n) => ({
      id: `g${n}`,
      label: `第${n + 1}小组`,
      hasChildren: false,
    })),
  ].map((node) => [node.id, node]),
)
const groups = Array.from({ length: WIDE }, (_, n) => `g${n}`)

const handle = createRef<TreeHandle>()

function Tree({ open = ['root'], onAsk }: { open?: string[]; onAsk?: (words: string) => void }) {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(open))
  const [selected, setSelected] = useState<string | null>(null)
  const [lists, setLists] = useState<ReadonlyMap<string, ChildList>>(
    new Map([
      [TOP, { ids: ['root'], total: 1 }],
      ['root', { ids: ['b1', 'b2', 'b3'], total: 3 }],
    ]),
  )
  const load = (parent: string, offset: number, around?: string) => {
    onAsk?.(`${parent} ${around ?? offset}`)
    if (parent !== 'b2') return
    const from = around
      ? Math.floor(groups.indexOf(around) / PAGE) * PAGE
      : Math.floor(offset / PAGE) * PAGE
    setLists((before) => {
      const ids: (string | null)[] = [...(before.get('b2')?.ids ?? [])]
      while (ids.length < from) ids.push(null)
      ids.splice(from, PAGE, ...groups.slice(from, from + PAGE))
      return new Map(before).set('b2', { ids, total: WIDE })
    })
  }
  return (
    <VirtualTree
      ref={handle}
      label="组织"
      nodes={nodes}
      lists={lists}
      expanded={expanded}
      onExpanded={setExpanded}
      onLoad={load}
      selected={selected}
      onSelect={setSelected}
    />
  )
}

const tree = () => screen.getByRole('tree', { name: '组织' })
const focusRow = () => document.getElementById(tree().getAttribute('aria-activedescendant') ?? '')
const enter = async () => {
  const user = userEvent.setup()
  await user.tab()
  expect(document.activeElement).toBe(tree())
  return user
}

describe('VirtualTree', () => {
  it('tells level, place and number of siblings of every row', () => {
    render(<Tree />)
    const row = screen.getByRole('treeitem', { name: /退休支部/ })
    expect(row.getAttribute('aria-level')).toBe('2')
    expect(row.getAttribute('aria-posinset')).toBe('3')
    expect(row.getAttribute('aria-setsize')).toBe('3')
    expect(row.hasAttribute('aria-expanded')).toBe(false)
    expect(screen.getByRole('treeitem', { name: /机关党委/ }).getAttribute('aria-expanded')).toBe(
      'true',
    )
  })

  it('moves, closes, opens and goes to the parent by arrows, and chooses by Enter', async () => {
    render(<Tree />)
    const user = await enter()
    expect(focusRow()?.textContent).toBe('机关党委')
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}')
    expect(focusRow()?.textContent).toBe('退休支部')
    await user.keyboard('{Enter}')
    expect(focusRow()?.getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(focusRow()?.textContent).toBe('机关党委')
    expect(screen.getAllByRole('treeitem')).toHaveLength(1)
    await user.keyboard('{ArrowRight}')
    expect(screen.getAllByRole('treeitem')).toHaveLength(4)
  })

  it('finds a row by the letters of its initials', async () => {
    render(<Tree />)
    const user = await enter()
    await user.keyboard('de')
    expect(focusRow()?.textContent).toBe('第二支部')
  })

  it('asks once for the children of an opened node and shows only the rows in view', async () => {
    const asked: string[] = []
    render(<Tree onAsk={(words) => asked.push(words)} />)
    const user = await enter()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}')
    expect(asked).toEqual(['b2 0'])
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(40)
    expect(screen.getByRole('treeitem', { name: /第2小组/ }).getAttribute('aria-setsize')).toBe(
      String(WIDE),
    )
  })

  it('keeps the focus row in the document however far it is from the rows in view', async () => {
    render(<Tree open={['root', 'b2']} />)
    const user = await enter()
    await user.keyboard('{End}')
    expect(focusRow()).not.toBeNull()
    expect(focusRow()?.textContent).toBe('退休支部')
  })

  it('reveals a node on a page far away: opens the way, loads that page and stops there', () => {
    const asked: string[] = []
    render(<Tree open={[]} onAsk={(words) => asked.push(words)} />)
    act(() => handle.current?.reveal(['root', 'b2', 'g733']))
    expect(asked.filter((words) => words.includes('g733'))).toEqual(['b2 g733'])
    expect(focusRow()?.textContent).toBe('第734小组')
    expect(focusRow()?.getAttribute('aria-posinset')).toBe('734')
  })

  it('leaves the slash to the frame, whose search it opens; letters are its own', () => {
    render(<Tree />)
    expect(fireEvent.keyDown(tree(), { key: '/' })).toBe(true)
    expect(fireEvent.keyDown(tree(), { key: 't' })).toBe(false)
  })

  it('offers a failed list again', async () => {
    const asked: string[] = []
    const failed = new Map<string, ChildList>([[TOP, { ids: [], total: 1, state: 'failed' }]])
    render(
      <VirtualTree
        label="组织"
        nodes={nodes}
        lists={failed}
        expanded={new Set()}
        onExpanded={() => {}}
        onLoad={(parent, offset) => asked.push(`${parent}:${offset}`)}
        selected={null}
        onSelect={() => {}}
      />,
    )
    const user = userEvent.setup()
    await user.click(within(tree()).getByText(zh.ui.tree.failed))
    expect(asked).toEqual([':0'])
  })
})
