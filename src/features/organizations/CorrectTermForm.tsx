import { Form, Input } from 'antd'
import { isDay } from '#domain/dates.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { termCorrecting, type Term } from '#domain/organizations.ts'
import { termYears } from '#domain/rules/structure.ts'
import { checkExtension, termEnd, yearsElected } from '#domain/rules/terms.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import type { FormProps } from './ActionForm.tsx'
import { TermFields, type Begun } from './TermFields.tsx'
import { useDone } from './useDone.ts'
import { useTermVersion } from './useTermVersion.ts'

interface Corrected extends Begun {
  reason: string
}

/** The running term put right. An approved delay that would not outlast it is told before it is saved. */
export function CorrectTermForm({ card, store, onClose, term }: FormProps & { term: Term }) {
  const { organizations: t } = useText()
  const correct = useCall(organizationsContract.correctTerm)
  const done = useDone(store)
  const { version, ...conflict } = useTermVersion(term)
  const years = yearsElected(term)
  const most = termYears(card.kind, card.branchKind) ?? years

  const send = async (body: Corrected) => {
    const saved = await correct.mutateAsync({ params: { id: term.id }, body, version })
    onClose()
    await done(saved, t.correctTerm.done)
  }

  return (
    <CallDrawer<Corrected>
      title={t.correctTerm.title(card.name)}
      submitLabel={t.correctTerm.submit}
      initial={{ startedOn: term.startedOn, years }}
      onClose={onClose}
      onSend={send}
      {...conflict}
    >
      {() => (
        <>
          <TermFields most={most} hint={t.correctTerm.before} />
          <Form.Item noStyle dependencies={['startedOn', 'years']}>
            {({ getFieldsValue }) =>
              dropsExtension(term, getFieldsValue() as Begun) ? (
                <p className="pt-note">
                  {t.correctTerm.dropped(dayInProse(term.extendedTo ?? ''))}
                </p>
              ) : null
            }
          </Form.Item>
          <Form.Item
            name="reason"
            label={t.correctTerm.reason}
            rules={zodRules(termCorrecting.shape.reason)}
            extra={t.correctTerm.reasonHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

function dropsExtension({ extendedTo, extensionDocument }: Term, { startedOn, years }: Begun) {
  if (!extendedTo || !isDay(startedOn)) return false
  const endsOn = termEnd(startedOn, years)
  const delay = { endsOn, until: extendedTo, documentNumber: extensionDocument }
  return checkExtension(delay).status !== 'met'
}
