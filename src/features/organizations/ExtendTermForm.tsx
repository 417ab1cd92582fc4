import { Form, Input } from 'antd'
import { addYears } from '#domain/dates.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { termExtension, type Term } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useDone } from './useDone.ts'
import { useTermVersion } from './useTermVersion.ts'

interface Extended {
  until: string
  documentNumber: string
}

/** A delay that the superior approved, with the document's number; at most a year. */
export function ExtendTermForm({ card, store, onClose, term }: FormProps & { term: Term }) {
  const { organizations: t } = useText()
  const extend = useCall(organizationsContract.extendTerm)
  const done = useDone(store)
  const { version, ...conflict } = useTermVersion(term)
  const latest = addYears(term.endsOn, 1)

  const send = async (body: Extended, key: string) => {
    const saved = await extend.mutateAsync({ params: { id: term.id }, body, version, key })
    onClose()
    await done(saved, t.extendTerm.done)
  }

  return (
    <CallDrawer<Extended>
      title={t.extendTerm.title(card.name)}
      submitLabel={t.extendTerm.submit}
      initial={{
        until: term.extendedTo ?? undefined,
        documentNumber: term.extensionDocument ?? undefined,
      }}
      onClose={onClose}
      onSend={send}
      {...conflict}
    >
      {() => (
        <>
          <Form.Item
            name="until"
            label={t.extendTerm.until}
            rules={zodRules(termExtension.shape.until)}
            extra={t.extendTerm.untilHint(term.endsOn, latest)}
          >
            <DateField min={term.endsOn} max={latest} />
          </Form.Item>
          <Form.Item
            name="documentNumber"
            label={t.extendTerm.documentNumber}
            rules={zodRules(termExtension.shape.documentNumber)}
            extra={t.extendTerm.documentHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}
