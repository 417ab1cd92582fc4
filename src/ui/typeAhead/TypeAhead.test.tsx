import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { TypeAhead, type Choice } from './TypeAhead.tsx'
import { useTyped } from './useTyped.ts'

const people: Choice[] = [
  { id: '1', name: '安静' },
  { id: '2', name: '李敏' },
]

/** Answers when it is told to, as a server does. */
function Asking({ onChoose }: { onChoose: (row: Choice) => void }) {
  const words = useTyped()
  const [answered, setAnswered] = useState('')
  const rows = people.filter(({ name }) => name.startsWith(answered))
  return (
    <>
      <TypeAhead
        words={words}
        rows={rows}
        late={answered !== words.text}
        onChoose={onChoose}
        value={null}
        name=""
        status=""
        placeholder=""
        label="党员"
        listLabel="党员"
      />
      <button type="button" onPointerDown={() => setAnswered(words.text)}>
        answer
      </button>
    </>
  )
}

test('Enter pressed before the answer takes the first row of the answer, not the row that still stands there', async () => {
  const chosen = vi.fn<(row: Choice) => void>()
  render(<Asking onChoose={chosen} />)
  const user = userEvent.setup()
  const field = screen.getByRole('combobox', { name: '党员' })
  await user.type(field, '李{Enter}')
  expect(chosen).not.toHaveBeenCalled()
  expect(screen.getByRole('listbox').getAttribute('aria-busy')).toBe('true')
  // The field keeps the focus while the answer comes.
  act(() => void fireEvent.pointerDown(screen.getByText('answer')))
  expect(chosen).toHaveBeenCalledExactlyOnceWith(people[1])
  expect(field.getAttribute('aria-expanded')).toBe('false')
  expect(document.activeElement).toBe(field)
})

/** Keeps what was chosen, in a form with a field after it. */
function Form() {
  const words = useTyped()
  const [value, setValue] = useState<Choice | null>(null)
  return (
    <>
      <TypeAhead
        words={words}
        rows={people}
        late={false}
        onChoose={setValue}
        value={value?.id ?? null}
        name={value?.name ?? ''}
        status=""
        placeholder=""
        label="党员"
        listLabel="党员"
      />
      <input aria-label="下一项" />
    </>
  )
}

test('a choice by key closes the list and keeps the focus: Tab goes on from there, typing begins anew', async () => {
  render(<Form />)
  const user = userEvent.setup()
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: '党员' })
  await user.type(field, '李{ArrowDown}{Enter}')
  expect(field.value).toBe('李敏')
  expect(field.getAttribute('aria-expanded')).toBe('false')
  expect(document.activeElement).toBe(field)
  await user.keyboard('安')
  expect(field.getAttribute('aria-expanded')).toBe('true')
  expect(field.value).toBe('安')
  await user.keyboard('{Escape}')
  expect(field.value).toBe('李敏')
  await user.keyboard('{ArrowDown}{Enter}')
  expect(field.value).toBe('安静')
  await user.tab()
  expect(document.activeElement).toBe(screen.getByLabelText('下一项'))
})
