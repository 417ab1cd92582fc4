import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DataRouter } from 'react-router'
import { paths } from '#lib/paths.ts'
import { queryClient } from '#lib/queryClient.ts'
import { zh } from '#locales/zh.ts'
import { stubCanvas } from '#tests/support/canvas.ts'
import { demoScreens, signInAs } from '#tests/support/demoScreens.ts'

const page = demoScreens()
const { cockpit: t, honours, services, studies, ui } = zh

beforeEach(() => stubCanvas())
afterEach(() => vi.restoreAllMocks())

/** A number of the cockpit: where it leads, and how the list there says it. */
interface Told {
  what: string
  href: string
  says: string
}

/** How the list behind a number says it. */
const rows = (n: string) => ui.table.total(n)
const visits = (n: string) => services.sum(n, '').split('，')[0] ?? ''
const hours = (n: string) => studies.sum(n)
const kept = (kept: string, past: string) => `（${kept} / ${past} 期）`
const pair = (text: string) => (text.match(/\d+/g) ?? []) as [string, string]

async function cockpit(year: number): Promise<DataRouter> {
  page.leave()
  const { router } = await page.open(`/cockpit?year=${year}`, 1440)
  await screen.findByRole('region', { name: t.headlines })
  return router
}

/** Opens every number and waits until its list says it. */
async function expectRows(told: readonly Told[]): Promise<void> {
  for (const { what, href, says } of told) {
    page.leave()
    await page.open(href, 1440)
    const shown = () => screen.getByRole('main').textContent
    await waitFor(() => expect(shown(), `${what} ${href}`).toContain(says))
  }
}

function links(section: string) {
  return within(screen.getByRole('region', { name: section }))
    .getAllByRole('link')
    .map((link) => {
      const value = link.querySelector('b')
      return {
        label: link.firstChild?.textContent?.trim() ?? '',
        value: value?.title || (value?.textContent ?? ''),
        text: link.textContent ?? '',
        href: link.getAttribute('href') ?? '',
      }
    })
}

test.each([2026, 2025])('the six headlines of %i open the rows they count', async (year) => {
  const { figures } = t
  await cockpit(year)
  const told = links(t.headlines).map(({ label, value, text, href }) => {
    const say = {
      [figures.rate]: () => {
        const [past, done] = pair(text.slice(text.indexOf('到期')))
        return kept(done, past)
      },
      [figures.services]: () => visits(value),
      [figures.hours]: () => hours(value),
    }[label]
    return { what: label, href, says: say ? say() : rows(value) }
  })
  expect(told).toHaveLength(6)
  // 党课 that are recorded as meetings bring hours too, and are not among these.
  expect(told.at(-1)?.what).toBe('学习活动参学小时')
  await expectRows(told)
})

test('what is counted of the six chains opens its rows', async () => {
  const { figures } = t
  await cockpit(2026)
  const told = links(t.sixChains).map(({ label, value, href }) => {
    const say = {
      [figures.honours]: () => honours.record.counted(Number(value)),
      [figures.services]: () => visits(value),
    }[label]
    return { what: label, href, says: say ? say() : rows(value) }
  })
  expect(told).toHaveLength(6)
  await expectRows(told)
})

test('of a past year the members are said to be those of today', async () => {
  await cockpit(2025)
  expect(links(t.sixChains)[0]?.label).toBe(t.figures.membersToday)
  expect(screen.getByText(t.charts.membersNoteToday)).toBeDefined()
  await cockpit(2026)
  expect(links(t.sixChains)[0]?.label).toBe(t.figures.members)
  expect(screen.getByText(t.charts.membersNote)).toBeDefined()
})

test('who may not read integrity records is given no number that would lead to their own talks', async () => {
  await signInAs(page, 'group-leader', 'group')
  await cockpit(2026)
  expect(links(t.sixChains).map(({ label }) => label)).not.toContain(t.figures.educations)
  expect(screen.getByText(t.chainNotYours)).toBeDefined()
})

/** The first number of every column of a chart's table: one of each kind of its marks. */
async function marks(title: string, say: (value: string) => string): Promise<Told[]> {
  const chart = () => within(screen.getByRole('figure', { name: title }))
  const turn = await waitFor(() => chart().getByRole('button', { name: /看表|看图/ }))
  if (turn.textContent === ui.chart.asTable) fireEvent.click(turn)
  const table = chart().getByRole('table')
  return within(table)
    .getAllByRole('columnheader')
    .flatMap((head, column) => {
      const link = table.querySelector(`tbody tr > :nth-child(${column + 1}) a`)
      const href = link?.getAttribute('href')
      if (!link || !href) return []
      return [{ what: `${title} ${head.textContent}`, href, says: say(link.textContent) }]
    })
}

test('every kind of mark of the charts opens the rows it counts', async () => {
  const { charts } = t
  await cockpit(2026)
  const told = [
    ...(await marks(charts.members, rows)),
    ...(await marks(charts.meetings, rows)),
    ...(await marks(charts.services, visits)),
    ...(await marks(charts.studies, rows)),
    ...(await marks(charts.honours, (n) => honours.record.counted(Number(n)))),
    ...(await marks(charts.coverage, rows)),
  ]
  fireEvent.change(screen.getByRole('combobox', { name: charts.measure }), {
    target: { value: 'minutes' },
  })
  await screen.findByDisplayValue(charts.measures.minutes)
  told.push(...(await marks(charts.studies, hours)))
  const choice = () => screen.findByRole('combobox', { name: t.duty })
  for (const duty of within(await choice()).getAllByRole('option')) {
    fireEvent.change(await choice(), { target: { value: duty.getAttribute('value') } })
    await screen.findByDisplayValue(duty.textContent)
    // Until the other one comes, the last stands.
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    const [first] = await marks(charts.heat, (cell) => kept(...pair(cell)))
    if (first) told.push(first)
  }
  expect(told).toHaveLength(35)
  await expectRows(told)
})

test('what the charts were turned to is still there after Back', async () => {
  const router = await cockpit(2026)
  const duty = () => screen.findByRole<HTMLSelectElement>('combobox', { name: t.duty })
  const other =
    within(await duty())
      .getAllByRole<HTMLOptionElement>('option')
      .at(-1)?.value ?? ''
  fireEvent.change(await duty(), { target: { value: other } })
  const measure = () => screen.findByRole('combobox', { name: t.charts.measure })
  fireEvent.change(await measure(), { target: { value: 'minutes' } })
  await screen.findByDisplayValue(t.charts.measures.minutes)
  await act(async () => router.navigate(paths.services()))
  await act(async () => router.navigate(-1))
  expect(await duty()).toHaveProperty('value', other)
  expect(await measure()).toHaveProperty('value', 'minutes')
})

test('a wall says of when the oldest of its answers is, also of a chart that is asked by itself', async () => {
  const asOf = () => screen.getByText(/^数据截至/).textContent
  await cockpit(2026)
  await screen.findByRole('combobox', { name: t.duty })
  const now = asOf()
  const ofHeat = queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ queryKey }) => JSON.stringify(queryKey).includes('heat'))
  expect(ofHeat).toHaveLength(1)
  act(() => ofHeat[0]?.setState({ dataUpdatedAt: Date.parse('2026-11-23T01:23:00Z') }))
  await waitFor(() => expect(asOf()).toBe(ui.wall.asOf('2026年11月23日 09:23')))
  expect(now).not.toBe(asOf())
})

test('before its numbers the cockpit stands in its shape, what each of them is in its place', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  page.leave()
  await page.open('/cockpit', 1440)
  expect(await screen.findAllByRole('figure')).toHaveLength(7)
  expect(screen.getByRole('figure', { name: t.charts.coverage })).toBeDefined()
  expect(screen.getByText(t.figures.late).parentElement?.querySelector('.sc-bone')).not.toBeNull()
  const chain = screen.getByRole('heading', { name: zh.frame.chains.innovation })
  expect(chain.nextElementSibling?.className).toBe('sc-bone')
})
