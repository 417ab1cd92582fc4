import { useId, useRef, useState, type SyntheticEvent } from 'react'
import type { OrganizationHit } from '#domain/organizations.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { studyAdvance, type StudyRecord } from '#domain/studies.ts'
import type { ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { useBegun, useKept, type Begun } from '#lib/useKept.ts'
import { useFormPlace } from '#parts/useFormPlace.ts'
import { useDiscard } from '#ui/DraftNote.tsx'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { useFirstError } from '#ui/useFirstError.ts'
import { Errors } from '#ui/Field.tsx'
import { AudienceFields } from './AudienceFields.tsx'
import { BasicFields } from './BasicFields.tsx'
import { bodyOf, draftOf, emptyDraft, type Draft } from './draft.ts'
import { stillWrong } from './stillWrong.ts'
import { EventFields } from './EventFields.tsx'
import './studies.css'
import './form.css'

interface StudyFormProps {
  /** None: a new activity. */
  record?: StudyRecord
  onClose: () => void
}

/** Records an activity: a plan, what was held, or all at once. A refusal keeps what was typed. */
export default function StudyForm(props: StudyFormProps) {
  const { record } = props
  const at = useFormPlace('studies.record', undefined, record === undefined)
  return record || at ? <Opened {...props} place={at?.place ?? null} /> : null
}

/** With what is known already, or was typed before. */
function Opened({ place, ...props }: StudyFormProps & { place: OrganizationHit | null }) {
  const { record } = props
  const text = useText()
  const today = useToday()
  const begun = useBegun<Typed>(`study/${record?.id ?? 'new'}`, () =>
    record
      ? { draft: draftOf(record, today, text), version: record.version }
      : { draft: emptyDraft(place && { id: place.id, name: place.name }, today), version: 0 },
  )
  return begun ? <Drawer {...props} begun={begun} /> : null
}

/** What is kept: with the version that it was typed upon, so that a later one is not overwritten unseen. */
interface Typed {
  draft: Draft
  version: number
}

function Drawer({ record, onClose, begun }: StudyFormProps & { begun: Begun<Typed> }) {
  const { studies: t } = useText()
  const today = useToday()
  const formId = useId()
  const kept = useKept(begun)
  const { draft, version } = kept.value
  const [errors, setErrors] = useState<Record<string, string>>({})
  /** What is wrong with the whole of it, beside the sentences of the fields. */
  const [trouble, setTrouble] = useState<string | null>(null)
  const begin = () => {
    setTrouble(null)
    setErrors({})
  }
  // What was wrong was wrong with what stood there before.
  const discard = useDiscard(
    () => {
      begin()
      return kept.restart()
    },
    (before) => {
      begin()
      kept.set(before)
    },
  )
  const create = useCall(studiesContract.create, ['studies'])
  const change = useCall(studiesContract.change, ['studies'])
  const notYet = draft.heldOn > today
  const runs = (draft.endsOn || draft.heldOn) > today
  const advance = notYet ? 'plan' : runs && draft.advance === 'close' ? 'hold' : draft.advance
  const shown = { ...draft, advance }

  const edit = (more: Partial<Draft>) => {
    kept.edit((now) => ({ ...now, draft: { ...now.draft, ...more } }))
    setErrors((now) => stillWrong(now, more))
  }
  const done = () => {
    void kept.restart()
    toast.success(t.form.saved[advance])
    onClose()
  }
  const refused = (error: ApiError) => {
    const fields = Object.entries(error.fields).map(
      ([field, text]) => [field.replace(/^body\./, ''), text] as const,
    )
    setErrors(Object.fromEntries(fields))
    if (error.code === 'version_conflict') setTrouble(t.form.conflict)
    else if (fields.length === 0) setTrouble(error.message)
  }
  const form = useRef<HTMLFormElement>(null)
  useFirstError(form, errors)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    begin()
    if (!draft.organization) {
      setErrors({ organizationId: t.form.chooseOrganization })
      return
    }
    const body = bodyOf(shown)
    if (record) {
      const { organizationId: _, ...rest } = body
      const { id } = record
      change.mutate({ params: { id }, version, body: rest }, { onSuccess: done, onError: refused })
      return
    }
    create.mutate({ body, key: kept.keyFor(body) }, { onSuccess: done, onError: refused })
  }

  return (
    <FormDrawer
      open
      title={record ? t.form.edit : t.form.create}
      formId={formId}
      submitLabel={t.form.submits[advance]}
      busy={create.isPending || change.isPending}
      kept={kept}
      onDiscard={discard}
      error={trouble ?? [...new Set(Object.values(errors))].join(' ')}
      onClose={onClose}
      width={58}
    >
      <Errors value={errors}>
        <form ref={form} id={formId} className="st-form" onSubmit={submit} noValidate>
          <BasicFields draft={shown} onChange={edit} fixed={record !== undefined} />
          <fieldset className="st-group">
            <legend>{t.fields.advance}</legend>
            <div className="st-choices">
              {studyAdvance.options.map((one) => (
                <label key={one} className="sc-check">
                  <input
                    type="radio"
                    name={`${formId}-advance`}
                    checked={advance === one}
                    disabled={
                      (notYet && one !== 'plan') ||
                      (runs && one === 'close') ||
                      (record?.status === 'held' && one === 'plan')
                    }
                    onChange={() => edit({ advance: one })}
                  />
                  {t.form.advances[one]}
                </label>
              ))}
            </div>
            <p className="st-quiet">
              {notYet ? t.form.notYet : runs ? t.form.runs : t.form.advanceHints[advance]}
            </p>
          </fieldset>
          <AudienceFields draft={shown} onChange={edit} />
          {draft.kind === 'competition' ? <EventFields draft={shown} onChange={edit} /> : null}
        </form>
      </Errors>
    </FormDrawer>
  )
}
