import type { QueryClient } from '@tanstack/react-query'

/** What a write makes of a record: of these columns, these values. */
export interface Foreseen {
  id: string
  as: Readonly<Record<string, unknown>>
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null

const become = (data: unknown, { id, as }: Foreseen): unknown => {
  if (!isRecord(data)) return data
  if (data.id === id) return { ...data, ...as }
  return Array.isArray(data.rows)
    ? { ...data, rows: data.rows.map((row: unknown) => become(row, { id, as })) }
    : data
}

/**
 * Shows a record of a noun, wherever the page holds it, as it will be once the server has answered: only of what can be
 * taken back (handbook/look.md). What is on its way from the server still tells how it was, so it is given up.
 *
 * @returns puts back what was shown before
 */
export async function foresee(
  client: QueryClient,
  nouns: readonly string[],
  seen: Foreseen,
): Promise<() => void> {
  const filter = {
    predicate: ({ queryKey: [name] }: { queryKey: readonly unknown[] }) =>
      typeof name === 'string' && nouns.includes(name.slice(0, name.indexOf('.'))),
  }
  await client.cancelQueries(filter)
  const before = client.getQueriesData(filter)
  client.setQueriesData(filter, (data: unknown) => become(data, seen))
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data)
  }
}
