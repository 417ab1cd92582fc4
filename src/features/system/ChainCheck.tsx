import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { chainCheck } from '#domain/system.ts'
import { auditContract } from '#domain/system.contract.ts'
import { dayInProse, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { Button } from '#ui/Button.tsx'
import { Copyable } from '#ui/Copyable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { StatusTag } from '#ui/Tags.tsx'

type Result = z.infer<typeof chainCheck>

/** Recomputes the chain when it is opened, and says what came out. */
export function ChainCheck({ onClose }: { onClose: () => void }) {
  const { system, ui } = useText()
  const t = system.audit
  // A check is of this moment: never from memory.
  const check = useQuery({
    ...queryOptionsOf(auditContract.verify),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.checkTitle}
      width={40}
      footer={<Button onClick={onClose}>{ui.close}</Button>}
    >
      <div role="status" className="sy-check">
        {check.isError ? (
          <StateBlock
            kind="error"
            title={check.error.message}
            onRetry={() => void check.refetch()}
          />
        ) : check.data ? (
          <Verdict result={check.data} />
        ) : (
          <>
            <p>{t.checking}</p>
            <StateBlock kind="loading" />
          </>
        )}
      </div>
    </Dialog>
  )
}

function Verdict({ result }: { result: Result }) {
  const t = useText().system.audit
  const today = useToday()
  const { ok, checked, pending, anchor, firstBad } = result
  // `#12 018f…`: the number in the chain and the entry that should stand there.
  const [seq = '', entry = ''] = (firstBad ?? '').replace('#', '').split(' ')
  return (
    <>
      <StatusTag tone={ok ? 'success' : 'danger'}>{ok ? t.ok : t.broken}</StatusTag>
      <p>
        {ok
          ? checked > 0
            ? t.okText(number(checked))
            : t.empty
          : t.brokenText(seq, number(checked))}
      </p>
      {pending > 0 ? <p>{t.pending(number(pending))}</p> : null}
      {ok ? null : (
        <>
          <p>
            {t.brokenAt} <Copyable text={entry} label={t.brokenAt} />
          </p>
          <p>{t.brokenNext}</p>
        </>
      )}
      {anchor && checked > 0 ? (
        <>
          <h3>{t.anchor}</h3>
          <div className="sy-code sy-hash">
            {/* In groups of eight, as one writes it down. */}
            <Copyable text={anchor.replace(/(.{8})(?!$)/g, '$1 ')} label={t.anchor} />
          </div>
          <p>{ok ? t.anchorText(dayInProse(today), number(checked)) : t.anchorBroken}</p>
        </>
      ) : null}
    </>
  )
}
