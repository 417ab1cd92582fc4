import { useQuery } from '@tanstack/react-query'
import type { Duty } from '#domain/duties.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { summaryQuery } from './queries.ts'

/** No organ of the scope has the duty: says why, and leads to one that somebody has. */
export function NobodyOwes({
  organization,
  year,
  onDuty,
}: {
  organization: string
  year: number
  onDuty: (duty: Duty) => void
}) {
  const { duties: t } = useText()
  const summary = useQuery(summaryQuery(organization, year))
  const other = summary.data?.duties.find(({ organs }) => organs > 0)?.duty
  return (
    <StateBlock
      kind="empty"
      title={t.nobody}
      text={t.nobodyText}
      action={
        other ? <Button onClick={() => onDuty(other)}>{t.lookAt(t.names[other])}</Button> : null
      }
    />
  )
}
