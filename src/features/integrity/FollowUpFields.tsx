import { Form, Input } from 'antd'
import { newEducationFollowUp, newFollowUp } from '#domain/integrity.ts'
import { useText } from '#lib/i18n.ts'
import { zodRules } from '#lib/zodRules.ts'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'

interface OneFieldsProps {
  /** Place in a list of lines; none: the form is about this one alone. */
  line?: number
  /** Not due before. */
  from?: string | undefined
  /** Who of an organization and all below is to do it; none: it is not asked. */
  within?: string | undefined
}

/** What is to follow, by when and, of a 警示教育, by whom. */
export function FollowUpFields({ line, from, within }: OneFieldsProps) {
  const { integrity } = useText()
  const t = integrity.talks
  const name = (field: string) => (line === undefined ? field : [line, field])
  return (
    <>
      <Form.Item name={name('what')} label={t.what} rules={zodRules(newFollowUp.shape.what)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={name('dueOn')} label={t.dueOn} rules={zodRules(newFollowUp.shape.dueOn)}>
        <DateField min={from} />
      </Form.Item>
      {within ? (
        <Form.Item
          name={name('placeId')}
          label={integrity.measures.place}
          extra={integrity.measures.placeHint}
          rules={zodRules(newEducationFollowUp.shape.placeId)}
        >
          <OrganizationPicker
            right="integrity.record"
            within={within}
            label={integrity.measures.place}
          />
        </Form.Item>
      ) : null}
    </>
  )
}

/** As many as there are. */
export function FollowUpLines({ within }: Pick<OneFieldsProps, 'within'>) {
  const { integrity } = useText()
  const t = integrity.talks
  return (
    <Form.List name="followUps">
      {(lines, { add, remove }) => (
        <>
          {lines.map(({ key, name }, index) => (
            <fieldset key={key} className="in-line">
              <legend>{t.line(index + 1)}</legend>
              <FollowUpFields line={name} within={within} />
              <Button size="small" onClick={() => remove(name)}>
                {t.removeLine(index + 1)}
              </Button>
            </fieldset>
          ))}
          <Button onClick={() => add()}>{t.addLine}</Button>
        </>
      )}
    </Form.List>
  )
}
