import { useSyncExternalStore } from 'react'

/** Of a chart that says no other, in rem. */
export const HEIGHT = 20

/** What a chart's option is built from: the colours and the type of the page at this moment. */
export interface ChartLook {
  ink: string
  ink2: string
  ink3: string
  line: string
  paper: string
  ground: string
  success: string
  danger: string
  font: string
  /** Base text in px: 14, in 大字 18. */
  size: number
  /** The hue of one of the six chains. */
  chain: (name: string) => string
}

/** #rrggbb as a number; the style sheet may have been shortened to #rgb. */
function parse(colour: string): number {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1] ?? '888'
  return parseInt(digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits, 16)
}

/** A colour on its way to another: `share` 1 is all of the first, 0 all of the second. Both #rrggbb. */
export function mix(colour: string, other: string, share: number): string {
  const [a, b] = [parse(colour), parse(other)]
  const part = (shift: number) =>
    Math.round(((a >> shift) & 255) * share + ((b >> shift) & 255) * (1 - share))
  return `#${[16, 8, 0].map((shift) => part(shift).toString(16).padStart(2, '0')).join('')}`
}

/** Steps of one hue from strong to faint on the page's paper; at most 7, so that they stay apart. */
export const steps = (look: ChartLook, chain: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    mix(look.chain(chain), look.paper, 1 - (index * 0.75) / Math.max(1, count - 1)),
  )

/** Reads the style sheet that stands in index.html; the theme's values are nowhere written again. */
export function readLook(): ChartLook {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: read('ink'),
    ink2: read('ink-2'),
    ink3: read('ink-3'),
    line: read('line'),
    paper: read('paper'),
    ground: read('ground'),
    success: read('success'),
    danger: read('danger'),
    font: read('font'),
    size: parseFloat(style.fontSize) || 14,
    chain: (name) => read(`chain-${name}`),
  }
}

const subscribe = (changed: () => void) => {
  const watch = new MutationObserver(changed)
  watch.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-size', 'data-wall'],
  })
  return () => watch.disconnect()
}

/** Changes whenever theme or text size does; on a wall the type is larger. */
export const useLookKey = (): string =>
  useSyncExternalStore(subscribe, () => {
    const { theme, size, wall } = document.documentElement.dataset
    return [theme, size, wall].join(':')
  })
