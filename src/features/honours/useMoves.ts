import { whyNotCampaign, type CampaignMove } from '#domain/campaigns.rules.ts'
import type { CampaignRecord } from '#domain/campaigns.ts'
import { dayInProse } from '#lib/format.ts'
import { isApiError, type ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { usePermits } from '#parts/permits.ts'
import { toast } from '#ui/toasts.ts'
import { verdictText } from './words.ts'

/** What a write makes old. */
export const touched = ['campaigns']

/** Why a step cannot be taken now, by rights, place and state; null when it can. */
export function useWhyNot(campaign: CampaignRecord) {
  const { honours: t } = useText()
  const permit = usePermits()
  const today = useToday()
  return (move: CampaignMove): string | null => {
    const nominating = move === 'nominate' || move === 'withdraw'
    const right = permit(nominating ? 'honours.nominate' : 'honours.manage')
    if (right) return right
    if (!nominating && !campaign.mayDecide) return t.notDeciding
    const state = whyNotCampaign(move, campaign.state)
    const block = move === 'decide' && campaign.verdicts.find(({ status }) => status === 'unmet')
    if (!state && block) return verdictText(t, block)
    if (state || move !== 'nominate') return state
    if (today < campaign.nominateFrom) return t.opensOn(dayInProse(campaign.nominateFrom))
    if (today > campaign.nominateTo) return t.closedTo(dayInProse(campaign.nominateTo))
    // Of a quota for each branch the server knows: who chooses among branches may still have one with room.
    const full = campaign.branchQuota === null && campaign.nominated >= campaign.quota
    return full ? t.quotaFull(campaign.quota) : null
  }
}

/** Somebody acted in between: what stands now is shown, what was typed stays in the form. */
export function useConflict() {
  const { honours: t } = useText()
  return (error: ApiError): boolean => {
    if (!isApiError(error, 'version_conflict')) return false
    toast.info(t.changedMeanwhile)
    void invalidate([...touched])
    return true
  }
}
