import { useState } from 'react'
import type { Makeup } from '#domain/makeups.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { useChoice } from '#ui/table/useChoice.ts'
import { ConfirmMakeup } from './ConfirmMakeup.tsx'
import { WithdrawMakeup } from './WithdrawMakeup.tsx'

/** As many as one call takes. */
const MOST = 200

/**
 * What is done with rows of the list: one is written down, or several chosen page by page, or one is taken back.
 *
 * @param right why the reader may not
 */
export function useForms(right: string | null, rows: readonly Makeup[] | undefined) {
  const { makeups: t } = useText()
  const [confirming, setConfirming] = useState<Makeup | 'chosen' | null>(null)
  const [withdrawing, setWithdrawing] = useState<Makeup | null>(null)
  const { choice, chosen, begin, leave, renew, end } = useChoice(rows)
  const newest = (one: Makeup) => rows?.find(({ id }) => id === one.id) ?? one
  const done = chosen?.filter(({ doneOn }) => doneOn !== null).length ?? 0
  const others = chosen?.filter(({ mayConfirm }) => !mayConfirm).length ?? 0
  const why =
    chosen === null || chosen.length === 0
      ? t.nobody
      : chosen.length > MOST
        ? t.tooMany(MOST)
        : done > 0
          ? t.alreadyDone(done)
          : others > 0
            ? t.othersAmong(others)
            : null

  const tools =
    right !== null ? null : chosen === null ? (
      <Button kind="text" onClick={begin}>
        {t.several}
      </Button>
    ) : (
      <>
        <span role="status">{t.chosen(chosen.length)}</span>
        <ReasonButton reason={why} onClick={() => setConfirming('chosen')}>
          {t.confirmChosen}
        </ReasonButton>
        <Button kind="text" onClick={end}>
          {t.end}
        </Button>
      </>
    )
  const [one, ...more] =
    confirming === 'chosen' ? (chosen ?? []) : confirming ? [newest(confirming)] : []
  const close = () => setConfirming(null)
  const form = (
    <>
      {one ? (
        <ConfirmMakeup
          makeups={[one, ...more]}
          onDone={() => {
            close()
            if (confirming === 'chosen') end()
          }}
          onRefused={(open, done) => {
            if (confirming !== 'chosen') return
            renew(open)
            leave(done)
          }}
          onClose={close}
        />
      ) : null}
      {withdrawing ? (
        <WithdrawMakeup makeup={newest(withdrawing)} onClose={() => setWithdrawing(null)} />
      ) : null}
    </>
  )
  const button = (row: Makeup) =>
    row.doneOn === null ? (
      <ReasonButton
        size="small"
        reason={right ?? (row.mayConfirm ? null : t.otherOrgan)}
        onClick={() => setConfirming(row)}
      >
        {t.confirm}
      </ReasonButton>
    ) : row.mayConfirm ? (
      <Button size="small" kind="text" onClick={() => setWithdrawing(row)}>
        {t.withdraw}
      </Button>
    ) : null
  return { choice, tools, form, button }
}
