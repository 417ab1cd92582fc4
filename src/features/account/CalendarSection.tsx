import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { calendarContract } from '#domain/calendar.contract.ts'
import type { Subscription } from '#domain/calendar.ts'
import { instantInProse } from '#lib/format.ts'
import { base } from '#lib/http.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { Button } from '#ui/Button.tsx'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { Copyable } from '#ui/Copyable.tsx'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'

/** The own calendar in a program that is not ours: its address is made, renewed and stopped here. */
export function CalendarSection() {
  const { calendar: t } = useText().account
  return (
    <Section title={t.heading}>
      <div className="ac-calendar">
        <p>{t.what}</p>
        {/* The API of this page answers in the page alone. */}
        {import.meta.env.VITE_DEMO ? <p>{t.demo}</p> : <Address />}
      </div>
    </Section>
  )
}

function Address() {
  const { calendar: t } = useText().account
  const known = useQuery(queryOptionsOf(calendarContract.show))
  const make = useCall(calendarContract.make, ['calendar'])
  const renew = useCall(calendarContract.renew, ['calendar'])
  const stop = useCall(calendarContract.stop, ['calendar'])
  /** Only here, and only until the page is left: the server does not know it any more. */
  const [path, setPath] = useState<string | null>(null)
  const [wasStopped, setWasStopped] = useState(false)

  const show = (made: { path: string }) => {
    setPath(made.path)
    setWasStopped(false)
  }
  const end = async () => {
    await stop.mutateAsync({})
    setPath(null)
    setWasStopped(true)
  }

  if (known.isError)
    return (
      <StateBlock kind="error" text={known.error.message} onRetry={() => void known.refetch()} />
    )
  if (!known.data) return <SkeletonLines lines={2} />
  const { subscription } = known.data
  return (
    <>
      <div role="status" className="ac-address">
        {path && subscription ? (
          <>
            <div ref={focusOnMount} tabIndex={-1}>
              <Copyable text={new URL(base + path, location.origin).href} label={t.address} />
            </div>
            <p>{t.how}</p>
            <p>{t.once}</p>
          </>
        ) : wasStopped ? (
          t.stopped
        ) : null}
      </div>
      {subscription ? (
        <>
          <Facts subscription={subscription} />
          {path ? null : <p>{t.lost}</p>}
          <p className="ac-note">{t.keep}</p>
          <div className="ac-acts">
            <ConfirmButton
              label={t.renew}
              title={t.renewTitle}
              hits={[]}
              consequence={t.renewText}
              danger={false}
              onConfirm={async () => show(await renew.mutateAsync({}))}
            />
            <ConfirmButton
              label={t.stop}
              title={t.stopTitle}
              hits={[]}
              consequence={t.stopText}
              onConfirm={end}
            />
          </div>
        </>
      ) : (
        <div className="ac-acts">
          <Button
            ref={wasStopped ? focusOnMount : undefined}
            busy={make.isPending}
            onClick={() =>
              make.mutate({}, { onSuccess: show, onError: () => void known.refetch() })
            }
          >
            {t.make}
          </Button>
        </div>
      )}
      {make.isError ? (
        <p role="alert" className="ac-said ac-wrong">
          {make.error.message}
        </p>
      ) : null}
    </>
  )
}

/** The button that was pressed is gone: the focus goes to what stands there now. */
const focusOnMount = (element: HTMLElement | null) => element?.focus()

function Facts({ subscription: { madeAt, fetchedAt } }: { subscription: Subscription }) {
  const { calendar: t } = useText().account
  return (
    <dl className="ac-facts">
      <dt>{t.madeAt}</dt>
      <dd>{instantInProse(madeAt)}</dd>
      <dt>{t.fetchedAt}</dt>
      <dd>{fetchedAt ? instantInProse(fetchedAt) : t.never}</dd>
    </dl>
  )
}
