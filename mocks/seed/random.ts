/**
 * A stream of numbers that depends on its label alone: who adds one member or one meeting does not
 * move all the others.
 */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number
  /** A whole number, both ends included. */
  int(min: number, max: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different items, in random order. */
  sample<T>(list: readonly T[], count: number): T[]
}

/** FNV-1a with a final mix: 32 bits that differ for labels that differ in one sign. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The stream of a label (mulberry32). */
export function randomOf(label: string): Random {
  let state = hash(label)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const sample = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list]
    const taken: T[] = []
    while (taken.length < count && left.length > 0)
      taken.push(...left.splice(int(0, left.length - 1), 1))
    return taken
  }
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => {
      const item = list[int(0, list.length - 1)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    sample,
  }
}

/** A UUIDv7 for a record made at an instant; the random part comes from the label. */
export function seedId(instant: string, label: string): string {
  const random = randomOf(`id:${label}`)
  const word = (): string => random.int(0, 0xffff_ffff).toString(16).padStart(8, '0')
  const time = Date.parse(instant).toString(16).padStart(12, '0')
  const [a, b, c] = [word(), word(), word()]
  const variant = random.pick(['8', '9', 'a', 'b'])
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(3, 6)}-${b}${c.slice(0, 4)}`
}
