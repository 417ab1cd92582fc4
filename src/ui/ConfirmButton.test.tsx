import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { ConfirmButton } from './ConfirmButton.tsx'

beforeAll(() => setText(zh))

function show(onConfirm: () => Promise<unknown> | void, reason: string | null = null) {
  render(
    <ConfirmButton
      label="删除"
      title="删除这 2 条会议记录？"
      hits={['一月支部党员大会', '二月支委会']}
      consequence="删除后 30 天内可以恢复。"
      onConfirm={onConfirm}
      reason={reason}
    />,
  )
  return userEvent.setup()
}
const dialog = () => screen.queryByRole('alertdialog')
const last = () => within(screen.getByRole('alertdialog')).getByRole('button', { name: /删除/ })

describe('ConfirmButton', () => {
  it('asks first, names what it hits and what follows, and starts at cancel', async () => {
    let done = 0
    const user = show(() => {
      done += 1
    })
    await user.click(screen.getByRole('button', { name: '删除' }))
    expect(screen.getByRole('alertdialog', { name: '删除这 2 条会议记录？' })).toBeDefined()
    expect(screen.getByText('二月支委会')).toBeDefined()
    expect(screen.getByText('删除后 30 天内可以恢复。')).toBeDefined()
    expect(document.activeElement?.textContent).toBe(zh.ui.cancel)
    await user.keyboard('{Enter}')
    expect(dialog()).toBeNull()
    expect(done).toBe(0)
  })

  it('closes by Esc and gives the focus back', async () => {
    const user = show(() => {})
    await user.click(screen.getByRole('button', { name: '删除' }))
    await user.keyboard('{Escape}')
    expect(dialog()).toBeNull()
    expect(document.activeElement?.textContent).toBe('删除')
  })

  it('stays with what went wrong when the act fails, and closes when it then succeeds', async () => {
    let turn = 0
    const user = show(() => {
      turn += 1
      return turn === 1 ? Promise.reject(new Error('已有后续记录引用它')) : Promise.resolve()
    })
    await user.click(screen.getByRole('button', { name: '删除' }))
    await user.click(last())
    expect((await screen.findByRole('alert')).textContent).toContain('已有后续记录引用它')
    await user.click(last())
    await waitFor(() => expect(dialog()).toBeNull())
  })

  it('tells why it cannot be used, keeps its place in the keyboard order, and does nothing', async () => {
    const user = show(() => {}, '已归档的记录只能更正')
    await user.tab()
    const button = screen.getByRole('button', { name: '删除' })
    expect(document.activeElement).toBe(button)
    expect(
      document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    ).toBe('已归档的记录只能更正')
    await user.click(button)
    await user.keyboard('{Enter}')
    expect(dialog()).toBeNull()
  })

  it('stays when it was opened by a double press, whose second half lands beside it', async () => {
    const user = show(() => undefined)
    await user.click(screen.getByRole('button', { name: '删除' }))
    const opened = screen.getByRole('alertdialog')
    fireEvent.mouseDown(opened, { detail: 2 })
    expect(dialog()).toBe(opened)
    fireEvent.mouseDown(opened, { detail: 1 })
    expect(dialog()).toBeNull()
  })
})
