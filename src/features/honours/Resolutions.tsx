import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'

const mark = '~'

/** The meeting, and the place of the resolution in it. */
export function groundOf(chosen: string): { meetingId: string; resolution: number } {
  const [meetingId = '', resolution = ''] = chosen.split(mark)
  return { meetingId, resolution: Number(resolution) }
}

interface ResolutionsProps {
  campaignId: string
  branch: string
  /** What stands there while none is chosen. */
  placeholder?: string
  id?: string
  value?: string
  onChange?: (value: string) => void
}

/** Resolutions of the branch since the campaign began; one that did not pass cannot be chosen. */
export function Resolutions({ campaignId, branch, placeholder, ...field }: ResolutionsProps) {
  const { honours: t } = useText()
  const found = useQuery(
    queryOptionsOf(campaignsContract.resolutions, {
      params: { id: campaignId },
      query: { organization: branch },
    }),
  )
  if (found.data?.length === 0) return <p className="pt-note">{t.form.noResolution}</p>
  return (
    <Select
      {...field}
      placeholder={placeholder ?? t.form.choose}
      loading={found.isFetching}
      options={found.data?.map((one) => ({
        value: [one.meetingId, one.resolution].join(mark),
        label: `${one.heldOn} ${one.title}${one.passed ? '' : t.form.failedVote}`,
        disabled: !one.passed,
      }))}
    />
  )
}
