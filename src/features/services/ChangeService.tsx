import { useId, useState, type SyntheticEvent } from 'react'
import { servicesContract } from '#domain/services.contract.ts'
import type { ServiceRecord } from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate, useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { useBegun, useKept, type Begun } from '#lib/useKept.ts'
import { DateField } from '#ui/DateField.tsx'
import { useDiscard } from '#ui/DraftNote.tsx'
import { FormDrawer } from '#ui/FormDrawer.tsx'
import { toast } from '#ui/toasts.ts'
import { ServiceFields } from './ServiceFields.tsx'
import { entryOf, typedOf, type Typed } from './typed.ts'

interface Draft {
  typed: Typed
  day: string
}

interface ChangeServiceProps {
  record: ServiceRecord
  onClose: () => void
}

/** The own record before it is confirmed; a returned one is handed in again by it. */
export function ChangeService(props: ChangeServiceProps) {
  const { record } = props
  // What was typed over another version is not laid upon this one.
  const [version] = useState(record.version)
  const begun = useBegun<Draft>(`service/${record.id}/change/${version}`, () => ({
    typed: typedOf(record),
    day: record.servedOn,
  }))
  return begun ? <Change {...props} begun={begun} /> : null
}

function Change({ record, onClose, begun }: ChangeServiceProps & { begun: Begun<Draft> }) {
  const { services: t } = useText()
  const today = useToday()
  const id = useId()
  const kept = useKept(begun)
  const { typed, day } = kept.value
  const discard = useDiscard(kept.restart, kept.set)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const change = useCall(servicesContract.change, ['services'])

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTrouble(null)
    change.mutate(
      {
        params: { id: record.id },
        version: record.version,
        body: entryOf(typed, typed.kind ?? record.kind, day),
        key: kept.keyFor(kept.value),
      },
      {
        onSuccess: () => {
          void kept.restart()
          toast.success(t.done.change)
          onClose()
        },
        onError: (error) => {
          const found = Object.entries(error.fields)
          setErrors(
            Object.fromEntries(found.map(([key, text]) => [key.replace(/^body\./, ''), text])),
          )
          // What was typed stays; the next press sends it on the newest version.
          if (error.code === 'version_conflict') void invalidate(['services'])
          if (found.length === 0) setTrouble(error.message)
        },
      },
    )
  }
  return (
    <FormDrawer
      open
      title={t.form.changeTitle}
      formId={id}
      submitLabel={t.form.submit}
      busy={change.isPending}
      kept={kept}
      onDiscard={discard}
      error={trouble}
      onClose={onClose}
      width={34}
    >
      <form id={id} className="sv-form" onSubmit={submit} noValidate>
        <ServiceFields
          value={typed}
          errors={errors}
          onChange={(some) => kept.edit((now) => ({ ...now, typed: { ...now.typed, ...some } }))}
        >
          <label className="sv-field">
            <span>{t.form.day}</span>
            <DateField
              value={day}
              max={today}
              aria-invalid={errors.servedOn !== undefined}
              onChange={(next) => kept.edit((now) => ({ ...now, day: next }))}
            />
            {errors.servedOn ? <span className="sv-error">{errors.servedOn}</span> : null}
          </label>
        </ServiceFields>
      </form>
    </FormDrawer>
  )
}
