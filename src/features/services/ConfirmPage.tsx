import { useMemo } from 'react'
import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceRow } from '#domain/services.ts'
import { whyNotConfirmTogether } from '#domain/services.states.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { toast } from '#ui/toasts.ts'

/** A page at once: names what it confirms, then says what was not and why. */
export function ConfirmPage({ rows }: { rows: readonly ServiceRow[] }) {
  const { services: t } = useText()
  const { memberId } = useSession()
  const confirm = useCall(servicesContract.confirmMany, ['services'])
  const ready = useMemo(
    () => rows.filter((row) => row.mayConfirm && whyNotConfirmTogether(row, memberId) === null),
    [rows, memberId],
  )
  const themed = ready.filter(({ themeDay }) => themeDay !== null).length
  const visits = ready.reduce((sum, row) => sum + row.visits, 0)
  const run = async () => {
    const records = ready.map(({ id, version }) => ({ id, version }))
    const { confirmed, refused } = await confirm.mutateAsync({ body: { records } })
    if (confirmed.length > 0) toast.success(t.confirmedMany(confirmed.length))
    const [first] = refused
    if (first) toast.error(t.notConfirmed(refused.length, first.reason))
  }
  return (
    <ConfirmButton
      label={t.confirmPage(ready.length)}
      title={t.confirmPageTitle(ready.length)}
      hits={ready.map(
        (row, at) =>
          `${at + 1}. ${t.hit(row.memberName, row.servedOn, t.kinds[row.kind], row.visits)} ${row.item}${
            row.themeDay === null ? '' : t.themedHit(row.themeDay)
          }`,
      )}
      consequence={
        <>
          {t.confirmPageText(number(visits))}
          {themed === 0 ? null : (
            <strong className="sv-themed">{t.themedMany(number(themed))}</strong>
          )}
        </>
      }
      danger={false}
      reason={ready.length > 0 ? null : t.nothingToConfirm}
      onConfirm={run}
    />
  )
}
