import { useId, useRef, useState, type SyntheticEvent } from 'react'
import { newId } from '#domain/ids.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { studyAdvance, type StudyRecord } from '#domain/studies.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { AudienceFields } from './AudienceFields.tsx'
import { BasicFields } from './BasicFields.tsx'
import { bodyOf, draftOf, emptyDraft, type Draft } from './draft.ts'
import { EventFields } from './EventFields.tsx'
import { FieldErrors } from './FormField.tsx'
import './studies.css'
import './form.css'

interface StudyFormProps {
  /** None: a new activity. */
  record?: StudyRecord
  onClose: () => void
}

const touched = ['studies', 'members']

/** Records an activity: a plan, what was held, or all at once. A refusal keeps what was typed. */
export default function StudyForm({ record, onClose }: StudyFormProps) {
  const { studies: t } = useText()
  const today = useToday()
  const { organizationId, organizationName } = useScope()
  const formId = useId()
  const [draft, setDraft] = useState<Draft>(() => {
    if (record) return draftOf(record, today)
    const here =
      organizationId && organizationName ? { id: organizationId, name: organizationName } : null
    return emptyDraft(here, today)
  })
  const [dirty, setDirty] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const sent = useRef({ json: '', key: '' })
  const create = useCall(studiesContract.create, touched)
  const change = useCall(studiesContract.change, touched)
  const notYet = draft.heldOn > today
  const advance = notYet ? 'plan' : draft.advance
  const shown = { ...draft, advance }

  const edit = (more: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...more }))
    setDirty(true)
  }
  const done = () => {
    toast.success(t.form.saved[advance])
    onClose()
  }
  const refused = (error: ApiError) => {
    const fields = Object.entries(error.fields).map(
      ([field, text]) => [field.replace(/^body\./, ''), text] as const,
    )
    setErrors(Object.fromEntries(fields))
    setTrouble(
      error.code === 'version_conflict'
        ? t.form.conflict
        : fields.length > 0
          ? [...new Set(fields.map(([, text]) => text))].join(' ')
          : error.message,
    )
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTrouble(null)
    setErrors({})
    if (!draft.organization) {
      setErrors({ organizationId: t.form.chooseOrganization })
      setTrouble(t.form.chooseOrganization)
      return
    }
    const body = bodyOf(shown)
    if (record) {
      const { organizationId: _, ...rest } = body
      const { id, version } = record
      change.mutate({ params: { id }, version, body: rest }, { onSuccess: done, onError: refused })
      return
    }
    const json = JSON.stringify(body)
    if (sent.current.json !== json) sent.current = { json, key: newId() }
    create.mutate({ body, key: sent.current.key }, { onSuccess: done, onError: refused })
  }

  return (
    <FormDrawer
      open
      title={record ? t.form.edit : t.form.create}
      formId={formId}
      submitLabel={t.form.submits[advance]}
      busy={create.isPending || change.isPending}
      dirty={dirty}
      error={trouble}
      onClose={onClose}
      width={58}
    >
      <FieldErrors value={errors}>
        <form id={formId} className="st-form" onSubmit={submit} noValidate>
          <BasicFields draft={shown} onChange={edit} fixed={record !== undefined} />
          <fieldset className="st-group">
            <legend>{t.fields.advance}</legend>
            <div className="st-choices">
              {studyAdvance.options.map((one) => (
                <label key={one} className="st-check">
                  <input
                    type="radio"
                    name={`${formId}-advance`}
                    checked={advance === one}
                    disabled={
                      (notYet && one !== 'plan') || (record?.status === 'held' && one === 'plan')
                    }
                    onChange={() => edit({ advance: one })}
                  />
                  {t.form.advances[one]}
                </label>
              ))}
            </div>
            <p className="st-quiet">{notYet ? t.form.notYet : t.form.advanceHints[advance]}</p>
          </fieldset>
          <AudienceFields draft={shown} onChange={edit} />
          {draft.kind === 'competition' ? <EventFields draft={shown} onChange={edit} /> : null}
        </form>
      </FieldErrors>
    </FormDrawer>
  )
}
