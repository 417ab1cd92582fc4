import { createContext, useContext, useId, type ReactNode } from 'react'
import './field.css'

/** What the server or the schema says of the fields of the form around, by name and without the leading `body.`. */
export const Errors = createContext<Readonly<Record<string, string>>>({})

interface Wiring {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

interface FieldProps {
  /** Key of `Errors`. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** For fields whose label would only repeat what stands around them. */
  quiet?: boolean
  /** As wide as its form, where that has columns. */
  wide?: boolean
  children: (wiring: Wiring) => ReactNode
}

/** A label, a control, and what is wrong with it, wired together for the eye and the ear. */
export function Field({ name, label, hint, quiet = false, wide = false, children }: FieldProps) {
  const id = useId()
  const error = useFieldError(name)
  const note = error ?? hint
  return (
    <div className="sc-field" data-wide={wide} data-field={name}>
      <label htmlFor={id} className={quiet ? 'sc-sr' : undefined}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': note ? `${id}-note` : undefined,
      })}
      {note ? (
        <p id={`${id}-note`} className={error ? 'sc-field-error' : 'sc-field-hint'}>
          {note}
        </p>
      ) : null}
    </div>
  )
}

/** What is wrong with one field that says it its own way. */
export const useFieldError = (name: string): string | undefined => useContext(Errors)[name]

/** An error of something that is not one control: the types, a person's mark. */
export function FieldError({ name }: { name: string }) {
  const error = useFieldError(name)
  return error ? (
    <p className="sc-field-error" tabIndex={-1} data-field={name} data-error={name}>
      {error}
    </p>
  ) : null
}
