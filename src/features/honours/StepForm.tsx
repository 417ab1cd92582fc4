import type { CampaignRecord, Nomination, Objection } from '#domain/campaigns.ts'
import { latest } from '#lib/queries.ts'
import { AnswerForm, ObjectForm } from './ObjectionForms.tsx'
import { ChangeNominationForm } from './ChangeNominationForm.tsx'
import { ChangeForm } from './CampaignForm.tsx'
import { AmendForm, DecideForm, PublishForm } from './NoticeForms.tsx'
import { NominateForm } from './NominateForm.tsx'
import { CancelForm, TakeOutForm } from './ReasonForms.tsx'
import { ReviewForm } from './ReviewForm.tsx'

export type OpenForm =
  | {
      name: 'nominate' | 'change' | 'review' | 'publish' | 'amend' | 'object' | 'decide' | 'cancel'
    }
  | { name: 'changeNomination' | 'withdraw' | 'exclude'; nomination: Nomination }
  | { name: 'answer'; objection: Objection }

export interface StepFormProps {
  campaign: CampaignRecord
  onClose: () => void
}

/** The drawer of one step. */
export function StepForm({ form, ...rest }: StepFormProps & { form: OpenForm }) {
  const { nominations, objections } = rest.campaign
  switch (form.name) {
    case 'nominate':
      return <NominateForm {...rest} />
    case 'change':
      return <ChangeForm {...rest} />
    case 'review':
      return <ReviewForm {...rest} />
    case 'publish':
      return <PublishForm {...rest} />
    case 'amend':
      return <AmendForm {...rest} />
    case 'object':
      return <ObjectForm {...rest} />
    case 'decide':
      return <DecideForm {...rest} />
    case 'cancel':
      return <CancelForm {...rest} />
    case 'answer':
      return <AnswerForm {...rest} objection={latest(form.objection, objections)} />
    case 'changeNomination':
      return <ChangeNominationForm {...rest} nomination={latest(form.nomination, nominations)} />
    case 'withdraw':
    case 'exclude':
      return (
        <TakeOutForm {...rest} how={form.name} nomination={latest(form.nomination, nominations)} />
      )
  }
}
