import { useQuery } from '@tanstack/react-query'
import { sessionContract } from '#domain/session.contract.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { FailedLine } from '#parts/FailedLine.tsx'
import { SessionList } from '#parts/SessionList.tsx'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { toast } from '#ui/toasts.ts'

/** Where one is signed in, and the way out of all but this. */
export function SessionsSection() {
  const { sessions: t } = useText().account
  const known = useQuery(queryOptionsOf(sessionContract.list))
  const others = known.data?.filter(({ current }) => !current).length ?? 0

  const end = async (send: () => Promise<unknown>, said: string) => {
    await send()
    toast.success(said)
    void known.refetch()
  }

  return (
    <Section
      title={t.heading}
      extra={
        others > 0 ? (
          <ConfirmButton
            label={t.endOthers}
            title={t.endOthersTitle(others)}
            hits={[]}
            consequence={t.endText}
            onConfirm={() => end(() => call(sessionContract.endOthers), t.endedOthers)}
          />
        ) : null
      }
    >
      <FailedLine queries={[known]} />
      {known.data ? (
        <SessionList sessions={known.data}>
          {({ id }, name) => (
            <ConfirmButton
              size="small"
              label={t.end}
              title={t.endTitle(name)}
              hits={[]}
              consequence={t.endText}
              onConfirm={() =>
                end(() => call(sessionContract.endOne, { params: { id } }), t.ended(name))
              }
            />
          )}
        </SessionList>
      ) : known.isPending ? (
        <SkeletonLines lines={2} />
      ) : null}
      <p className="ac-note">{t.note}</p>
    </Section>
  )
}
