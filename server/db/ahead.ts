import { sql } from 'kysely'

/**
 * Put at the end of a statement whose answer nobody reads: inside a transaction it is sent together
 * with the next one and takes no round trip of its own. It runs in its order, and its error comes out
 * of that next statement, at the latest of the commit, so nothing of the transaction stays.
 */
const mark = '/* ahead */'

export const ahead = sql.raw(mark)

export const goesAhead = (text: string): boolean => text.endsWith(mark)

/** Begin is sent with the first statement in the same way. */
export const begins = (text: string): boolean => /^(?:begin|start transaction)\b/.test(text)

/** A transaction that has nothing to keep: nobody waits for its commit. */
export const onlyReads = (begin: string): boolean => begin.endsWith(' read only')

/** The answer of the last; of several errors the first, since the others only follow from it. */
export async function lastOf<Answer>(sent: readonly Promise<Answer>[]): Promise<Answer> {
  const settled = await Promise.allSettled(sent)
  for (const one of settled) if (one.status === 'rejected') throw one.reason
  const last = settled.at(-1)
  if (last?.status !== 'fulfilled') throw new Error('nothing was sent')
  return last.value
}
