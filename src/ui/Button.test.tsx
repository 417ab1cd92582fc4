import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { SubmitEvent } from 'react'
import { expect, test, vi } from 'vitest'
import { Button } from './Button.tsx'

test('a busy button does nothing on a press and keeps the focus', async () => {
  const onClick = vi.fn<() => void>()
  const { rerender } = render(<Button onClick={onClick}>审签</Button>)
  const button = screen.getByRole('button', { name: '审签' })
  await userEvent.click(button)
  rerender(
    <Button busy onClick={onClick}>
      审签
    </Button>,
  )
  await userEvent.click(button)
  expect(onClick).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-busy')).toBe('true')
})

test('a form whose submit button is busy is not sent again, by Enter in a field either', async () => {
  const sent = vi.fn<(event: SubmitEvent) => void>((event) => event.preventDefault())
  const form = (busy: boolean) => (
    <form onSubmit={sent}>
      <input aria-label="人次" />
      <Button type="submit" busy={busy}>
        提交
      </Button>
    </form>
  )
  const { rerender } = render(form(false))
  await userEvent.type(screen.getByLabelText('人次'), '3{Enter}')
  expect(sent).toHaveBeenCalledTimes(1)
  rerender(form(true))
  await userEvent.type(screen.getByLabelText('人次'), '{Enter}')
  await userEvent.click(screen.getByRole('button'))
  expect(sent).toHaveBeenCalledTimes(1)
})

test('a button in a form sends nothing unless it is asked to', async () => {
  const sent = vi.fn<(event: SubmitEvent) => void>((event) => event.preventDefault())
  render(
    <form onSubmit={sent}>
      <Button>加一行</Button>
    </form>,
  )
  await userEvent.click(screen.getByRole('button'))
  expect(sent).not.toHaveBeenCalled()
})
