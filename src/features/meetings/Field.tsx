import { createContext, useContext, useId, type ReactNode } from 'react'
import type { FieldErrors } from './content.ts'
import './form.css'

/** What the server or the schema says of the fields of the form around. */
export const Errors = createContext<FieldErrors>({})

interface Wiring {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

interface FieldProps {
  /** Key of `FieldErrors`. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** For fields whose label would only repeat what stands around them. */
  quiet?: boolean
  wide?: boolean
  children: (wiring: Wiring) => ReactNode
}

/** A label, a control, and what is wrong with it, wired together for the eye and the ear. */
export function Field({ name, label, hint, quiet = false, wide = false, children }: FieldProps) {
  const id = useId()
  const error = useContext(Errors)[name]
  const note = error ?? hint
  return (
    <div className={wide ? 'mt-field mt-wide' : 'mt-field'} data-field={name}>
      <label htmlFor={id} className={quiet ? 'sc-sr' : undefined}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': note ? `${id}-note` : undefined,
      })}
      {note ? (
        <p id={`${id}-note`} className={error ? 'mt-error' : 'mt-hint'}>
          {note}
        </p>
      ) : null}
    </div>
  )
}

/** An error of something that is not one control: the types, a person's mark. */
export function FieldError({ name }: { name: string }) {
  const error = useContext(Errors)[name]
  return error ? (
    <p className="mt-error" tabIndex={-1} data-field={name} data-error={name}>
      {error}
    </p>
  ) : null
}
