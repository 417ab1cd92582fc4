import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { HeatMap, type HeatCell } from './HeatMap.tsx'

beforeAll(() => setText(zh))

const rows = ['第一支部', '第二支部', '第三支部'].map((label, n) => ({ key: `b${n}`, label }))
const columns = [1, 2, 3, 4].map((month) => ({
  key: `0${month}`,
  label: `${month}月`,
  title: `2026年${month}月`,
}))
const cell = (row: string, column: string): HeatCell | undefined => {
  if (row === 'b2') return undefined
  return column === '03'
    ? { state: 'bad', text: '0/1', label: '应开 1 次，未开' }
    : { state: 'good', label: '已开' }
}

function show(opened: string[] = []) {
  render(
    <HeatMap
      label="履责矩阵"
      corner="支部"
      rows={rows}
      columns={columns}
      cell={cell}
      onOpen={(row, column) => opened.push(`${row} ${column}`)}
      legend={[
        { state: 'good', label: '已完成' },
        { state: 'bad', label: '未完成' },
      ]}
    />,
  )
  return userEvent.setup()
}
const focused = () => document.activeElement?.getAttribute('aria-label')

describe('HeatMap', () => {
  it('says row, column and meaning of each cell in words', () => {
    show()
    expect(screen.getByRole('grid', { name: '履责矩阵' })).toBeDefined()
    expect(
      screen.getByRole('gridcell', { name: '第一支部，2026年3月：0/1，应开 1 次，未开' }),
    ).toBeDefined()
    expect(screen.getByRole('gridcell', { name: '第三支部，2026年1月：无' })).toBeDefined()
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(
      rows.map((row) => row.label),
    )
  })

  it('is one stop for Tab; arrows, Home, End and Ctrl move inside and stop at the edges', async () => {
    const user = show()
    await user.tab()
    expect(focused()).toContain('第一支部，2026年1月')
    await user.keyboard('{ArrowLeft}{ArrowUp}')
    expect(focused()).toContain('第一支部，2026年1月')
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(focused()).toContain('第二支部，2026年2月')
    await user.keyboard('{End}')
    expect(focused()).toContain('第二支部，2026年4月')
    await user.keyboard('{Control>}{End}{/Control}')
    expect(focused()).toContain('第三支部，2026年4月')
    expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1)
    await user.tab()
    expect(document.activeElement).toBe(document.body)
  })

  it('opens the rows behind a cell by Enter and by click, and goes on from there', async () => {
    const opened: string[] = []
    const user = show(opened)
    await user.tab()
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}')
    await user.click(screen.getByRole('gridcell', { name: /第二支部，2026年4月/ }))
    await user.keyboard('{ArrowLeft}{Enter}')
    expect(opened).toEqual(['b0 03', 'b1 04', 'b1 03'])
  })
})
