import { render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { OneOf } from './OneOf.tsx'

beforeEach(() => setText(zh))

const options = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
]

test.each([
  [undefined, '全部'],
  ['a', '甲'],
  [['b'], '乙'],
  [['a', 'b'], '已选 2 项'],
  // Of an address from elsewhere, or before the options are here.
  ['c', '已选 1 项'],
])('what is chosen is said: %j', (value, said) => {
  render(
    <OneOf<string> label="类别" any="全部" options={options} value={value} onChange={() => {}} />,
  )
  const { selectedOptions } = screen.getByRole<HTMLSelectElement>('combobox')
  expect(selectedOptions[0]?.textContent).toBe(said)
})
