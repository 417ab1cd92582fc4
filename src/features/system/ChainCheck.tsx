import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { chainCheck } from '#domain/system.ts'
import { auditContract } from '#domain/system.contract.ts'
import { call } from '#lib/api.ts'
import { dayInProse, number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
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
  const [past, setPast] = useState<Result | null>(null)
  // A check is of this moment: never from memory.
  const check = useQuery({
    queryKey: [auditContract.verify.name],
    queryFn: ({ signal }) => wholeChain(setPast, signal),
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
            {past ? (
              <progress
                className="sy-progress"
                value={past.checked}
                max={past.sealed}
                aria-label={t.checking}
              />
            ) : (
              <StateBlock kind="loading" />
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

/** Slice by slice: each is a request of its own, and others come in between. */
async function wholeChain(onSlice: (past: Result) => void, signal: AbortSignal): Promise<Result> {
  let past = await call(auditContract.verify, { query: {}, signal })
  while (!past.done) {
    onSlice(past)
    const query = { after: past.checked, anchor: past.anchor ?? undefined }
    past = await call(auditContract.verify, { query, signal })
  }
  return past
}

function Verdict({ result }: { result: Result }) {
  const t = useText().system.audit
  const today = useToday()
  const { ok, checked, pending, anchor, firstBad } = result
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
