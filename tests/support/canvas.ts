import { vi } from 'vitest'

/** jsdom paints nothing: a canvas that takes every stroke and measures every text as nothing. */
const canvas = new Proxy<Record<string | symbol, unknown>>(
  {},
  {
    get: (kept, key) => kept[key] ?? (() => ({ width: 0, addColorStop() {} })),
    set: (kept, key, value) => {
      kept[key] = value
      return true
    },
  },
)

/** Charts are drawn on it, in a place of 600 × 300; `vi.restoreAllMocks` takes it away. */
export function stubCanvas(): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(canvas as never)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(300)
}
