import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { ExportButton } from './ExportButton.tsx'
import { Toaster } from './Toaster.tsx'

beforeAll(() => setText(zh))

test('a long export is given up by a second press, and can be begun again', async () => {
  const made = vi.spyOn(URL, 'createObjectURL')
  const signals: AbortSignal[] = []
  const ask = (signal: AbortSignal) =>
    new Promise<never>((_, failed) => {
      signals.push(signal)
      signal.addEventListener('abort', () => failed(signal.reason as Error))
    })
  render(
    <>
      <ExportButton label="导出" ask={ask} />
      <Toaster />
    </>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '导出' }))
  await user.click(await screen.findByRole('button', { name: zh.ui.export.busy }))
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  expect(await screen.findByText(zh.ui.export.given)).toBeDefined()
  await user.click(await screen.findByRole('button', { name: '导出' }))
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  expect(made).not.toHaveBeenCalled()
})
