import type { CampaignState } from '#domain/campaigns.ts'
import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'

const order = ['open', 'reviewed', 'publicity', 'decided'] as const

/** Four steps; those that are done carry a mark, not only a colour. */
export function CampaignSteps({ state }: { state: CampaignState }) {
  const { honours: t } = useText()
  const at = state === 'cancelled' ? -1 : order.indexOf(state)
  return (
    <ol className="hn-steps" aria-label={t.stepsLabel} data-cancelled={state === 'cancelled'}>
      {order.map((step, index) => {
        // Reviewed means that the review is done and public notice comes next.
        const done = index < at || state === 'decided' || (step === 'reviewed' && at >= 1)
        return (
          <li key={step} data-done={done} aria-current={!done && index === at ? 'step' : undefined}>
            <span aria-hidden="true">{done ? <Mark name="check" /> : index + 1}</span>
            {t.steps[step]}
          </li>
        )
      })}
    </ol>
  )
}
