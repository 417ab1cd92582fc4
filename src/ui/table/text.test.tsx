import { describe, expect, it } from 'vitest'
import type { Column } from './columns.ts'
import { tableFile, textOf } from './text.ts'

const Sign = () => <svg />

describe('textOf', () => {
  it.each([
    ['words', '甲支部', '甲支部'],
    ['a number', 12, '12'],
    ['nothing', null, ''],
    ['a condition that does not hold', false, ''],
    [
      'a tag with its sign',
      <span key="t">
        <Sign />
        已审签
      </span>,
      '已审签',
    ],
    [
      'several beside each other',
      <>
        {'警示教育'} {null}
        <b>已撤销</b>
      </>,
      '警示教育 已撤销',
    ],
  ])('reads %s', (_, node, text) => expect(textOf(node)).toBe(text))
})

it('writes column for column what is shown: numbers as numbers, other words where there are, no buttons, no dates made of ratios', () => {
  type Row = { name: string; count: number; state: string }
  const columns: Column<Row>[] = [
    { key: 'name', title: '名称', render: ({ name }) => <b> {name} </b> },
    { key: 'count', title: '次数', render: ({ count }) => count },
    { key: 'state', title: '状态', render: () => <Sign />, text: ({ state }) => state },
    { key: 'ratio', title: '实到／应到', render: ({ count }) => `${count} / 1300` },
    { key: 'act', title: '操作', buttons: true, render: () => <button type="button">删</button> },
  ]
  const rows = [
    { name: '甲', count: 1200, state: '完成' },
    { name: '=1+1', count: 0, state: '' },
  ]
  expect(tableFile(columns, rows)).toBe(
    "\uFEFF名称,次数,状态,实到／应到\r\n甲,1200,完成,1200／1300\r\n'=1+1,0,,0／1300\r\n",
  )
})
