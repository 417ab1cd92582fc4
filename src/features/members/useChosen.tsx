import { useState } from 'react'
import type { MemberRow } from '#domain/members.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { useChoice } from '#ui/table/useChoice.ts'
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
  const { choice, chosen, begin, leave, end: endChoice } = useChoice(rows)
  const [moving, setMoving] = useState(false)
  const end = () => {
    setMoving(false)
    endChoice()
  }
  const tools =
    chosen === null ? (
      <ReasonButton kind="text" reason={right} onClick={begin}>
        {t.moveMany.choose}
      </ReasonButton>
    ) : (
      <>
        <span role="status">{t.moveMany.chosen(chosen.length)}</span>
        <ReasonButton
          reason={
            chosen.length === 0
              ? t.moveMany.nobody
              : chosen.length > MOST
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
        members={chosen}
        onLeave={leave}
        onMoved={end}
        onClose={() => setMoving(false)}
      />
    ) : null
  return { choice, tools, form }
}
