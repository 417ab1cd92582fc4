/** One text of a value, and where it stands: `agenda.0`, `minutes`. */
export interface LongText {
  path: string
  text: string
}

/** The longest text anywhere in a value as JSON has it; null where there is none. */
export function longestText(value: unknown, path: readonly string[] = []): LongText | null {
  if (typeof value === 'string') return { path: path.join('.'), text: value }
  if (typeof value !== 'object' || value === null) return null
  let longest: LongText | null = null
  for (const [key, inner] of Object.entries(value)) {
    const found = longestText(inner, [...path, key])
    if (found && (!longest || found.text.length > longest.text.length)) longest = found
  }
  return longest
}
