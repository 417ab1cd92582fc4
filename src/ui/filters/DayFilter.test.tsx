import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { DayFilter } from './DayFilter.tsx'

beforeEach(() => setText(zh))

test('a year is typed digit by digit, and only a day that can be is taken', () => {
  const taken: (string | undefined)[] = []
  function Row() {
    const [value, setValue] = useState<string>()
    const take = (next: string | undefined) => {
      taken.push(next)
      setValue(next)
    }
    return (
      <>
        <DayFilter value={value} max="2026-11-23" onChange={take} />
        <button onClick={() => setValue(undefined)}>清除</button>
      </>
    )
  }
  render(<Row />)
  const field = document.querySelector('input') as HTMLInputElement
  for (const value of ['0002-10-01', '0020-10-01', '0202-10-01']) {
    fireEvent.change(field, { target: { value } })
    expect(field.value).toBe(value)
  }
  fireEvent.change(field, { target: { value: '2025-10-01' } })
  expect(taken).toEqual(['2025-10-01'])
  fireEvent.change(field, { target: { value: '2026-12-01' } })
  expect(field.getAttribute('aria-invalid')).toBe('false')
  fireEvent.blur(field)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: '清除' }))
  expect(field.value).toBe('')
  fireEvent.change(field, { target: { value: '2025-10-01' } })
  fireEvent.change(field, { target: { value: '' } })
  expect(taken).toEqual(['2025-10-01', '2025-10-01', undefined])
})
