/** Numbers that look random and are the same in every run. */
export function dice(seed: number) {
  let state = seed
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  const pick = <T>(list: readonly T[]): T => {
    const item = list[below(list.length)]
    if (item === undefined) throw new Error('empty list')
    return item
  }
  /** The same in another order (Fisher and Yates). */
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list]
    return list.map(() => left.splice(below(left.length), 1)).flat()
  }
  return { below, pick, shuffle }
}
