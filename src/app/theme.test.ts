import { expect, test } from 'vitest'
import { chains, palettes, themes } from './theme.ts'

const channel = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** WCAG 2.2 contrast of two colours, 1–21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const texts = ['ink', 'ink-2', 'ink-3', 'red', 'danger', 'warning', 'success', 'info'] as const
const grounds = ['paper', 'ground', 'raised'] as const

test.for(themes)('%s: every text colour is readable on every ground (4.5:1)', (theme) => {
  const colour = palettes[theme]
  const pairs = texts.flatMap((text) => grounds.map((ground) => [text, ground] as const))
  const weak = pairs.filter(([text, ground]) => contrast(colour[text], colour[ground]) < 4.5)
  expect(weak).toEqual([])
})

test.for(themes)('%s: a state is readable on its own tint, and what stands on red', (theme) => {
  const colour = palettes[theme]
  for (const state of ['danger', 'warning', 'success', 'info', 'red'] as const) {
    expect(contrast(colour[state], colour[`${state}-soft`])).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast(colour['on-red'], colour.red)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(colour['on-red'], colour['red-hover'])).toBeGreaterThanOrEqual(4.5)
  expect(contrast(colour.ink, colour.hover)).toBeGreaterThanOrEqual(4.5)
})

test.for(themes)('%s: the hue of every chain is seen as a mark (3:1)', (theme) => {
  const { chain, paper, ground } = palettes[theme]
  const weak = chains.filter(
    (name) => Math.min(contrast(chain[name], paper), contrast(chain[name], ground)) < 3,
  )
  // Gold is given by the house; its marks carry a name beside them.
  expect(weak.filter((name) => name !== 'exemplar')).toEqual([])
})
