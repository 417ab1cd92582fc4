import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTurns } from './useTurns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const seconds = (n: number): void => act(() => void vi.advanceTimersByTime(n * 1000))

test('pages turn by themselves, stop when somebody stops them, and count their rounds', () => {
  const { result } = renderHook(() => useTurns(3, 10_000))
  const now = () => [result.current.page, result.current.round]
  expect(now()).toEqual([0, 0])
  seconds(9)
  expect(now()).toEqual([0, 0])
  seconds(1)
  expect(now()).toEqual([1, 0])
  // Turned by hand, the page stands its time.
  seconds(9)
  act(() => result.current.turn(1))
  seconds(9)
  expect(now()).toEqual([2, 0])
  seconds(1)
  expect(now()).toEqual([0, 1])
  act(() => result.current.toggle())
  seconds(60)
  expect(now()).toEqual([0, 1])
  act(() => result.current.turn(-4))
  expect(now()).toEqual([2, -1])
})

test('one page, or none, never turns', () => {
  for (const count of [0, 1]) {
    const { result } = renderHook(() => useTurns(count, 1000))
    seconds(60)
    expect([result.current.page, result.current.round]).toEqual([0, 0])
  }
})
