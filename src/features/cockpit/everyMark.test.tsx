import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { LoaderFunctionArgs } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { pages } from '#app/pages.ts'
import { inHours } from '#lib/format.ts'
import { queryClient } from '#lib/queryClient.ts'
import { zh } from '#locales/zh.ts'
import { stubCanvas } from '#tests/support/canvas.ts'
import { demoScreens } from '#tests/support/demoScreens.ts'

const page = demoScreens()
const { cockpit: t, ui } = zh

vi.setConfig({ testTimeout: 240_000 })
beforeEach(() => stubCanvas())

/** A mark: the number that stands there, and where it leads. */
interface Mark {
  what: string
  says: string
  href: string
}

/** Every number of a chart that leads somewhere: its table holds what its marks do. */
async function marksOf(title: string): Promise<Mark[]> {
  const chart = () => within(screen.getByRole('figure', { name: title }))
  const turn = await waitFor(() => chart().getByRole('button', { name: /看表|看图/ }))
  if (turn.textContent === ui.chart.asTable) fireEvent.click(turn)
  const table = chart().getByRole('table')
  const heads = [...table.querySelectorAll('thead th')].map(({ textContent }) => textContent)
  return [...table.querySelectorAll<HTMLAnchorElement>('tbody a')].map((link) => {
    const cell = link.closest('td')
    const row = cell?.parentElement?.firstElementChild?.textContent
    return {
      what: `${title} ${row} ${heads[cell?.cellIndex ?? 0]}`,
      says: link.textContent.replaceAll(',', ''),
      href: link.getAttribute('href') ?? '',
    }
  })
}

type Answer = Record<string, number> & { sum: { visits: number } & number }

/** What the list at an address tells, as that page asks for it before it is drawn. */
async function answerOf(href: string, operation: string): Promise<Answer> {
  queryClient.clear()
  const { pathname, href: url } = new URL(href, 'http://page.example')
  const { loader } = (await pages.find(({ path }) => path === pathname)?.lazy()) ?? {}
  const asked = { request: new Request(url), params: {} } as unknown as LoaderFunctionArgs
  if (typeof loader !== 'function') throw new Error(`${pathname} asks for nothing`)
  await loader(asked)
  const [query] = queryClient.getQueryCache().findAll({ queryKey: [operation] })
  if (!query) throw new Error(`${href} does not ask ${operation}`)
  await query.promise
  return query.state.data as Answer
}

/** How the list behind each chart says its number. */
const lists: Record<string, [operation: string, says: (answer: Answer) => string]> = {
  [t.charts.members]: ['members.list', ({ total }) => `${total}`],
  [t.charts.meetings]: ['meetings.list', ({ total }) => `${total}`],
  [t.charts.services]: ['services.list', ({ sum }) => `${sum.visits}`],
  [t.charts.honours]: ['honours.list', ({ sum }) => `${sum}`],
  [t.charts.heat]: ['duties.matrix', ({ kept = 0, past = 0 }) => t.cell(kept, past)],
  [t.charts.coverage]: ['integrity.people', ({ total }) => `${total}`],
}

test.each([2026, 2025])(
  'every mark of every chart of %i opens the rows it counts',
  async (year) => {
    await page.open(`/cockpit?year=${year}`, 1440)
    await screen.findByRole('region', { name: t.headlines })
    const told: [Mark, ...(typeof lists)[string]][] = []
    const add = async (title: string, list = lists[title]) => {
      for (const mark of await marksOf(title)) if (list) told.push([mark, ...list])
    }
    for (const title of Object.keys(lists)) if (title !== t.charts.heat) await add(title)
    await add(t.charts.studies, ['studies.list', ({ total }) => `${total}`])
    fireEvent.change(screen.getByRole('combobox', { name: t.charts.measure }), {
      target: { value: 'minutes' },
    })
    await screen.findByDisplayValue(t.charts.measures.minutes)
    await add(t.charts.studies, ['studies.list', ({ sum }) => inHours(sum)])
    const choice = () => screen.findByRole('combobox', { name: t.duty })
    for (const duty of within(await choice()).getAllByRole('option')) {
      fireEvent.change(await choice(), { target: { value: duty.getAttribute('value') } })
      await screen.findByDisplayValue(duty.textContent)
      // Until the other one comes, the last stands.
      await waitFor(() => expect(queryClient.isFetching()).toBe(0))
      await add(t.charts.heat)
    }
    page.leave()

    expect(told.length).toBeGreaterThan(400)
    const wrong: string[] = []
    for (const [{ what, says, href }, operation, saying] of told) {
      const found = saying(await act(() => answerOf(href, operation)))
      if (found !== says) wrong.push(`${what} ${says}: ${found} at ${href}`)
    }
    expect(wrong).toEqual([])
  },
)
