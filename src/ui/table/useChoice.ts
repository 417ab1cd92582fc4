import { useState } from 'react'
import type { Choice } from './DataTable.tsx'

/**
 * Rows of a list that are chosen page by page for one act; none can be chosen before `begin`.
 *
 * @param rows of the page that is shown: newer than what was chosen of them
 */
export function useChoice<Row extends { id: string }>(rows: readonly Row[] | undefined) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row> | null>(null)
  const leave = (those: readonly Row[]) =>
    setChosen((now) => {
      const next = new Map(now)
      for (const { id } of those) next.delete(id)
      return next
    })
  const choice: Choice<Row> | undefined = chosen
    ? {
        chosen,
        onChoose: (those, add) =>
          add
            ? setChosen(new Map([...chosen, ...those.map((row) => [row.id, row] as const)]))
            : leave(those),
      }
    : undefined
  return {
    choice,
    chosen:
      chosen && [...chosen.values()].map((one) => rows?.find(({ id }) => id === one.id) ?? one),
    begin: () => setChosen(new Map()),
    leave,
    /** What was chosen stands otherwise now. */
    renew: (those: readonly Row[]) =>
      setChosen((now) => {
        const next = new Map(now)
        for (const row of those) if (next.has(row.id)) next.set(row.id, row)
        return next
      }),
    end: () => setChosen(null),
  }
}
