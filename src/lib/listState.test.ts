import { expect, test } from 'vitest'
import { z } from 'zod'
import { flag, many, search } from '#domain/common.ts'
import { filtersOf } from './listState.ts'
import { readUrlState } from './urlState.ts'

const listState = z.object({
  page: z.coerce.number().default(1),
  sort: z.string().default('-heldOn'),
  kinds: many(z.string()),
  direct: flag,
  q: search,
  show: z.enum(['all', 'below']).default('all'),
  open: z.string().optional(),
})
const read = (address: string) => readUrlState(listState, new URLSearchParams(address))

test('whatever is neither page, order nor the open row is a filter', () => {
  const { none, isFiltered } = filtersOf(listState)
  expect(none).toEqual({ kinds: undefined, direct: undefined, q: undefined, show: 'all' })
  expect(isFiltered(read('page=2&sort=heldOn&open=x&direct=false&q='))).toBe(false)
  const each = ['kinds=a', 'direct=true', 'q=a', 'show=below']
  expect(each.filter((one) => isFiltered(read(one)))).toEqual(each)
})

test('a page of several lists names those of the one it shows', () => {
  const { none, isFiltered } = filtersOf(listState, ['q'])
  expect(none).toEqual({ q: undefined })
  expect(isFiltered(read('kinds=a'))).toBe(false)
  expect(isFiltered({ ...read(''), kinds: [], q: 'a' })).toBe(true)
})
