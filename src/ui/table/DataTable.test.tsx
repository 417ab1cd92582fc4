import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactElement } from 'react'
import { createMemoryRouter, MemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import type { Column } from './columns.ts'
import { DataTable, type DataTableProps, type ListState } from './DataTable.tsx'

beforeAll(() => setText(zh))
beforeEach(() => localStorage.clear())

interface Meeting {
  id: string
  title: string
  heldOn: string
  place: string
}

const rows: Meeting[] = ['一月支部党员大会', '二月支委会', '三月党课'].map((title, n) => ({
  id: `m${n}`,
  title,
  heldOn: `2026-0${n + 1}-15`,
  place: '三楼会议室',
}))

const columns: Column<Meeting>[] = [
  { key: 'title', title: '会议', render: (row) => row.title },
  { key: 'heldOn', title: '日期', render: (row) => row.heldOn, sortable: true },
  { key: 'place', title: '地点', render: (row) => row.place, hideable: true },
]

type Given = Partial<DataTableProps<Meeting>> & { onStates?: (state: ListState) => void }

function List({ onStates, ...props }: Given) {
  const [state, setState] = useState<ListState>({ page: 1, size: 20 })
  return (
    <DataTable
      id="meetings"
      label="会议"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      total={218}
      state={state}
      onState={(next) => {
        setState(next)
        onStates?.(next)
      }}
      empty={{ title: '还没有会议记录', action: <button type="button">记会议</button> }}
      {...props}
    />
  )
}

const show = (list: ReactElement) => render(list, { wrapper: MemoryRouter })
const head = (name: string) => screen.getByRole('columnheader', { name: new RegExp(name) })

describe('DataTable', () => {
  it('sorts up, down and not at all, says so, and returns to the first page', async () => {
    const states: ListState[] = []
    show(<List onStates={(state) => states.push(state)} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '第 2 页' }))
    expect(head('日期').getAttribute('aria-sort')).toBe('none')
    expect(head('会议').hasAttribute('aria-sort')).toBe(false)
    const button = within(head('日期')).getByRole('button')
    await user.click(button)
    expect(head('日期').getAttribute('aria-sort')).toBe('ascending')
    await user.click(button)
    expect(head('日期').getAttribute('aria-sort')).toBe('descending')
    await user.click(button)
    expect(states.map(({ page, sort }) => [page, sort])).toEqual([
      [2, undefined],
      [1, 'heldOn'],
      [1, '-heldOn'],
      [1, undefined],
    ])
  })

  it('keeps the first row in view when the page size changes', async () => {
    const states: ListState[] = []
    show(<List state={{ page: 6, size: 20 }} onStates={(state) => states.push(state)} />)
    await userEvent.setup().selectOptions(screen.getByRole('combobox', { name: '每页条数' }), '50')
    expect(states).toEqual([{ page: 3, size: 50 }])
  })

  it('links every row, opens it on a plain click or Enter, and walks the rows by arrows', async () => {
    const opened: string[] = []
    show(<List rowPath={(row) => `/meetings/${row.id}`} onOpen={(row) => opened.push(row.id)} />)
    const user = userEvent.setup()
    const link = screen.getByRole('link', { name: '一月支部党员大会' })
    expect(link.getAttribute('href')).toBe('/meetings/m0')
    await user.click(screen.getByText('2026-02-15'))
    link.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
    expect(document.activeElement?.textContent).toBe('三月党课')
    await user.keyboard('{Home}{Enter}')
    expect(opened).toEqual(['m1', 'm2', 'm0'])
  })

  it('opens nothing of a row that leads nowhere', async () => {
    const opened: string[] = []
    show(
      <List
        rowPath={({ id }) => (id === 'm1' ? null : `/meetings/${id}`)}
        onOpen={(row) => opened.push(row.id)}
      />,
    )
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      '一月支部党员大会',
      '三月党课',
    ])
    await userEvent.setup().click(screen.getByText('2026-02-15'))
    expect(opened).toEqual([])
  })

  it('stands below the folder of the application, and opens a row without loading it again', async () => {
    const router = createMemoryRouter(
      [
        { path: '/', element: <List rowPath={(row) => `/meetings/${row.id}?year=2025`} /> },
        { path: '/meetings/:id', element: <p>记录</p> },
      ],
      { basename: '/six-chains', initialEntries: ['/six-chains'] },
    )
    render(<RouterProvider router={router} />)
    const link = screen.getByRole('link', { name: '一月支部党员大会' })
    expect(link.getAttribute('href')).toBe('/six-chains/meetings/m0?year=2025')
    const opened = vi.spyOn(window, 'open').mockReturnValue(null)
    const cell = screen.getByText('2026-02-15')
    await userEvent.setup().pointer({ keys: '[MouseMiddle]', target: cell })
    expect(opened.mock.calls[0]?.[0]).toBe('/six-chains/meetings/m1?year=2025')
    await userEvent.setup().click(cell)
    expect(await screen.findByText('记录')).toBeDefined()
    expect(router.state.location.pathname).toBe('/six-chains/meetings/m1')
  })

  it('leaves a click with Ctrl to the browser', async () => {
    const opened: string[] = []
    show(<List rowPath={(row) => `#${row.id}`} onOpen={(row) => opened.push(row.id)} />)
    const user = userEvent.setup()
    await user.keyboard('{Control>}')
    await user.click(screen.getByRole('link', { name: '二月支委会' }))
    expect(opened).toEqual([])
  })

  it('remembers which columns were hidden, and forgets on reset', async () => {
    const user = userEvent.setup()
    const first = show(<List />)
    await user.click(screen.getByRole('button', { name: '列' }))
    // Only what may be hidden is offered.
    expect(screen.getAllByRole('checkbox')).toHaveLength(1)
    await user.click(screen.getByRole('checkbox', { name: '地点' }))
    expect(screen.queryByRole('columnheader', { name: '地点' })).toBeNull()
    first.unmount()

    show(<List />)
    expect(screen.queryByRole('columnheader', { name: '地点' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '列' }))
    await user.click(screen.getByRole('button', { name: '恢复默认' }))
    expect(head('地点')).toBeDefined()
    expect(localStorage.length).toBe(0)
  })

  it('closes the column choice by Esc and gives the focus back', async () => {
    const user = userEvent.setup()
    show(<List />)
    await user.click(screen.getByRole('button', { name: '列' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(document.activeElement?.textContent).toContain('列')
  })

  it('marks the row whose detail is open', () => {
    show(<List selected="m1" onOpen={() => {}} />)
    expect(screen.getByText('2026-02-15').closest('tr')?.getAttribute('aria-current')).toBe('true')
    expect(document.querySelectorAll('[aria-current="true"]')).toHaveLength(1)
  })

  it('tells an empty list from one that the filters empty', () => {
    const { rerender } = show(<List rows={[]} total={0} />)
    expect(screen.getByText('还没有会议记录')).toBeDefined()
    expect(screen.getByRole('button', { name: '记会议' })).toBeDefined()
    rerender(<List rows={[]} total={0} onClearFilters={() => {}} />)
    expect(screen.queryByText('还没有会议记录')).toBeNull()
    expect(screen.getByRole('button', { name: zh.ui.clearFilters })).toBeDefined()
  })

  it('shows rows in shape while the first page is on its way, and keeps old rows while the next is', () => {
    const { rerender } = show(<List rows={undefined} total={undefined} />)
    expect(head('日期')).toBeDefined()
    expect(screen.getByRole('status').textContent).toBe(zh.ui.loading)
    rerender(<List busy />)
    expect(screen.getByText('二月支委会')).toBeDefined()
    expect(screen.getByText('二月支委会').closest('[aria-busy="true"]')).not.toBeNull()
  })

  it('keeps the rows beside an error and offers to try again', async () => {
    let tried = 0
    show(<List error={{ text: '网络中断', onRetry: () => (tried += 1) }} />)
    expect(screen.getByText('二月支委会')).toBeDefined()
    expect(within(screen.getByRole('alert')).getByText('网络中断')).toBeDefined()
    await userEvent.setup().click(screen.getByRole('button', { name: zh.ui.retry }))
    expect(tried).toBe(1)
  })
})
