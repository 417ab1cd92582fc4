import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMemoryRouter, useSearchParams } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { SplitView } from './SplitView.tsx'
import { DataTable } from './table/DataTable.tsx'

beforeAll(() => setText(zh))

const rows = [
  { id: 'a', name: '十月支委会' },
  { id: 'b', name: '十一月党课' },
]

/** A list whose presses are answered only when the test says so. */
function Page({ onOpen }: { onOpen: (go: () => void) => void }) {
  const [search, setSearch] = useSearchParams()
  const open = rows.find(({ id }) => id === search.get('open'))
  return (
    <SplitView
      open={open !== undefined}
      onClose={() => setSearch({})}
      title={open?.name ?? ''}
      detail={open ? <p>记录：{open.name}</p> : null}
      list={
        <DataTable
          id="split"
          label="会议"
          columns={[
            { key: 'name', title: '会议', render: ({ name }) => name },
            { key: 'id', title: '编号', hideable: true, render: ({ id }) => id },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
          rowTitle={({ name }) => name}
          total={2}
          state={{ page: 1, size: 20 }}
          onState={() => undefined}
          rowPath={({ id }) => `/?open=${id}`}
          onOpen={({ id }) => onOpen(() => setSearch({ open: id }))}
          empty={{ title: '没有' }}
        />
      }
    />
  )
}

beforeEach(() =>
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media.includes('min-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })),
)

test('the heading of what a row opens stands before the address has followed, and never over a foreign record', async () => {
  const opened: (() => void)[] = []
  const go = async (times: number) => {
    await waitFor(() => expect(opened).toHaveLength(times))
    act(() => opened.at(-1)?.())
  }
  const router = createMemoryRouter([
    { path: '/', element: <Page onOpen={(next) => void opened.push(next)} /> },
  ])
  render(<RouterProvider router={router} />)
  const user = userEvent.setup()
  await user.click(screen.getByText('十月支委会'))
  const beside = await screen.findByRole('complementary', { name: '十月支委会' })
  expect(beside.getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText('记录：十月支委会')).toBeNull()

  await go(1)
  expect(await screen.findByText('记录：十月支委会')).toBeDefined()
  expect(beside.getAttribute('aria-busy')).toBe('false')

  await user.click(within(screen.getByRole('table')).getByText('十一月党课'))
  expect(await screen.findByRole('heading', { name: '十一月党课' })).toBeDefined()
  expect(screen.queryByText('记录：十月支委会')).toBeNull()
  await go(2)
  expect(await screen.findByText('记录：十一月党课')).toBeDefined()
  expect(router.state.location.search).toBe('?open=b')
  expect(document.title).toBe(`十一月党课 · ${zh.entry.product}`)

  // Back to the entry at which it was announced: the record of that entry, not what was announced there.
  await router.navigate(-1)
  expect(await screen.findByRole('complementary', { name: '十月支委会' })).toBeDefined()
})

test('Esc closes the record beside the list from the row that opened it by key, but not before a list that is open', async () => {
  const router = createMemoryRouter([{ path: '/', element: <Page onOpen={(go) => go()} /> }])
  render(<RouterProvider router={router} />)
  const user = userEvent.setup()
  const row = screen.getByRole('link', { name: '十月支委会' })
  row.focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByText('记录：十月支委会')).toBeDefined()
  expect(screen.getByRole('complementary').contains(document.activeElement)).toBe(false)
  await user.click(screen.getByRole('button', { name: zh.ui.table.columns }))
  await user.keyboard('{Escape}')
  expect(screen.queryByText('记录：十月支委会')).not.toBeNull()
  row.focus()
  await user.keyboard('{Escape}')
  expect(screen.queryByText('记录：十月支委会')).toBeNull()
  expect(document.activeElement).toBe(row)
})
