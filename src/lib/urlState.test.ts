import { expect, test } from 'vitest'
import { z } from 'zod'
import { many } from '#domain/common.ts'
import { paging, sortBy } from '#domain/contract.ts'
import { faultsIn } from './urlFaults.ts'
import { readUrlState, writeUrlState } from './urlState.ts'

const filter = z.strictObject({
  ...paging,
  q: z.string().optional(),
  types: many(z.enum(['lecture', 'assembly'])),
  sort: sortBy('date').default('-date'),
})
const read = (search: string) => readUrlState(filter, new URLSearchParams(search))
const write = (search: string, change: Parameters<typeof writeUrlState<typeof filter>>[2]) =>
  writeUrlState(filter, new URLSearchParams(search), change).toString()

test('an old or wrong link still opens: what does not parse falls back alone', () => {
  expect(read('page=0&q=王&types=gone&sort=-date&foreign=1')).toEqual({
    page: 1,
    size: 20,
    q: '王',
    types: undefined,
    sort: '-date',
  })
})

test('a list of one and of several reads alike', () => {
  expect(read('types=lecture').types).toEqual(['lecture'])
  expect(read('types=lecture&types=assembly').types).toEqual(['lecture', 'assembly'])
})

test('a filter goes back to page 1, keeps scope and year, and leaves defaults out', () => {
  expect(write('page=7&scope=a&year=2025', { types: ['assembly'], sort: '-date' })).toBe(
    'scope=a&year=2025&types=assembly',
  )
  expect(write('q=王&page=7', { page: 8 })).toBe('q=%E7%8E%8B&page=8')
  expect(write('q=王&types=lecture', { q: '', types: undefined })).toBe('')
})

const faults = (search: string, schemas = [filter]) =>
  faultsIn(schemas, new URLSearchParams(search)).map(({ name, value }) => `${name}=${value}`)

test('what an address asks for and does not get is told, by name and value', () => {
  expect(faults('page=-1&size=20&q=王&types=gone&types=lecture&sort=-date&duty=x')).toEqual([
    'page=-1',
    'types=gone, lecture',
    'duty=x',
  ])
  expect(faults('page=2&types=lecture&types=assembly&scope=a&year=b')).toEqual([])
})

test('a name is known when one of several lists on the page reads it; before any is there nothing is told', () => {
  const other = z.object({ show: z.enum(['all']).optional() })
  expect(faultsIn([filter, other], new URLSearchParams('show=all&page=2'))).toEqual([])
  expect(faultsIn([], new URLSearchParams('show=all'))).toEqual([])
})
