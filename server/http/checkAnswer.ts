import type { Operation } from '#domain/contract.ts'

/**
 * Holds a handler to its schema, in tests. An answer is sent as the handler made it, nothing is taken out on the way:
 * what the schema does not know, as a cipher or a path that was selected beside, would go to the browser.
 *
 * @throws naming the operation and the keys, never their values
 */
export function checkAnswer({ name, form, returns }: Operation, answer: unknown): void {
  const parsed = returns.safeParse(answer)
  if (!parsed.success) throw new Error(`${name} answered off its schema: ${parsed.error.message}`)
  if (form !== 'json') return
  const different = new Set(differences(onTheWire(answer), onTheWire(parsed.data)))
  if (different.size > 0)
    throw new Error(`${name} answered other than its schema has it: ${[...different].join(', ')}`)
}

const onTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Where two values differ, as `rows.*.path`. */
function differences(one: unknown, other: unknown, at: readonly string[] = []): string[] {
  if (!isObject(one) || !isObject(other)) return one === other ? [] : [at.join('.')]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    differences(one[key], other[key], [...at, Array.isArray(one) ? '*' : key]),
  )
}
