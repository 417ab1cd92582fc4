import { act, render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { setPreferences } from '#lib/preferences.ts'
import { zh } from '#locales/zh.ts'
import { stubCanvas } from '#tests/support/canvas.ts'
import { Chart } from './Chart.tsx'

beforeEach(() => {
  setText(zh)
  stubCanvas()
})
afterEach(() => {
  vi.restoreAllMocks()
  setPreferences({ theme: 'system' })
})

/** In which themes a chart was drawn, one after another. */
function drawing() {
  const themes: (string | undefined)[] = []
  const option = () => {
    themes.push(document.documentElement.dataset.theme)
    return { xAxis: { data: ['一'] }, yAxis: {}, series: [{ type: 'bar', data: [1] }] }
  }
  render(
    <MemoryRouter>
      <Chart
        title="图"
        option={option}
        table={{ columns: [], rows: [] }}
        onOpen={() => undefined}
      />
    </MemoryRouter>,
  )
  return themes
}

test('printed by key from a dark screen, a chart is light before the sheet is made, and dark again after it', async () => {
  setPreferences({ theme: 'dark' })
  const themes = drawing()
  await waitFor(() => expect(themes).toEqual(['dark']), { timeout: 20_000 })

  // As a browser does it: both events, with nothing of the page's own between them.
  act(() => {
    window.dispatchEvent(new Event('beforeprint'))
    expect(themes.at(-1)).toBe('light')
    window.dispatchEvent(new Event('afterprint'))
  })
  await waitFor(() => expect(themes.at(-1)).toBe('dark'))
})

test('for the sheet a chart is drawn in the width of A4, so that its text keeps its size, and goes back after it', async () => {
  const themes = drawing()
  await waitFor(() => expect(themes).toHaveLength(1), { timeout: 20_000 })
  const place = document.querySelector<HTMLElement>('.sc-chart-place')
  const drawn = () => [
    place?.querySelector('canvas')?.style.width,
    Number(place?.style.getPropertyValue('--sc-ratio')).toFixed(2),
  ]
  expect(drawn()).toEqual(['600px', '2.00'])
  act(() => {
    window.dispatchEvent(new Event('beforeprint'))
  })
  expect(drawn()).toEqual(['688px', '2.29'])
  act(() => {
    window.dispatchEvent(new Event('afterprint'))
  })
  await waitFor(() => expect(drawn()).toEqual(['600px', '2.00']))
})

test('a chart that nobody came near is drawn for the sheet all the same', async () => {
  // The first brings the engine.
  const first = drawing()
  await waitFor(() => expect(first).toHaveLength(1), { timeout: 20_000 })

  const second = drawing()
  expect(second).toEqual([])
  act(() => {
    window.dispatchEvent(new Event('beforeprint'))
  })
  // First as it would stand on the screen, then in the width of the sheet.
  expect(second).toEqual(['light', 'light'])
  act(() => {
    window.dispatchEvent(new Event('afterprint'))
  })
})

test('where there is nothing to draw it says of what, and offers neither a table nor a picture of it', async () => {
  const option = vi.fn<() => Record<string, never>>(() => ({}))
  const chart = (empty?: string) => (
    <MemoryRouter>
      <Chart
        title="图"
        empty={empty}
        option={option}
        table={{ columns: [], rows: [] }}
        onOpen={() => undefined}
      />
    </MemoryRouter>
  )
  const { rerender } = render(chart('还没有会议'))
  expect(screen.getByText('还没有会议')).toBeDefined()
  expect(screen.queryAllByRole('button')).toEqual([])
  expect(document.querySelector('.sc-chart-place')).toBeNull()
  // The first meeting comes while somebody looks.
  rerender(chart())
  await waitFor(() => expect(option).toHaveBeenCalled(), { timeout: 20_000 })
  expect(screen.queryByText('还没有会议')).toBeNull()
  expect(screen.getAllByRole('button')).toHaveLength(2)
})
