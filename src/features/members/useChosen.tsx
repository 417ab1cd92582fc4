import { useState } from 'react'
import type { MemberRow } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import type { Choice } from '#ui/table/DataTable.tsx'
import { MoveManyForm } from './MoveManyForm.tsx'

/** As many as one move takes. */
const MOST = 200

/**
 * Several people of the roster, chosen page by page, and what is done with them: the boxes of the table, its tools,
 * and the form.
 *
 * @param right why the reader may not keep the roster
 * @param rows of the page that is shown: newer than what was chosen of them
 */
export function useChosen(right: string | null, rows: readonly MemberRow[] | undefined) {
  const { members: t } = useText()
  const [chosen, setChosen] = useState<ReadonlyMap<string, MemberRow> | null>(null)
  const [moving, setMoving] = useState(false)
  const leave = (rows: readonly MemberRow[]) =>
    setChosen((now) => {
      const next = new Map(now)
      for (const { id } of rows) next.delete(id)
      return next
    })
  const end = () => {
    setMoving(false)
    setChosen(null)
  }
  const choice: Choice<MemberRow> | undefined = chosen
    ? {
        chosen,
        onChoose: (rows, add) =>
          add
            ? setChosen(new Map([...chosen, ...rows.map((row) => [row.id, row] as const)]))
            : leave(rows),
      }
    : undefined
  const tools =
    chosen === null ? (
      <ReasonButton kind="text" reason={right} onClick={() => setChosen(new Map())}>
        {t.moveMany.choose}
      </ReasonButton>
    ) : (
      <>
        <span role="status">{t.moveMany.chosen(chosen.size)}</span>
        <ReasonButton
          reason={
            chosen.size === 0
              ? t.moveMany.nobody
              : chosen.size > MOST
                ? t.moveMany.tooMany(MOST)
                : null
          }
          onClick={() => setMoving(true)}
        >
          {t.moveMany.move}
        </ReasonButton>
        <Button kind="text" onClick={end}>
          {t.moveMany.end}
        </Button>
      </>
    )
  const form =
    chosen && moving ? (
      <MoveManyForm
        members={[...chosen.values()].map((one) => rows?.find(({ id }) => id === one.id) ?? one)}
        onLeave={leave}
        onMoved={end}
        onClose={() => setMoving(false)}
      />
    ) : null
  return { choice, tools, form }
}
