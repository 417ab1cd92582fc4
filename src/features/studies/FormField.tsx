import { createContext, useContext, useId, type ReactNode } from 'react'

/** The server's sentences by field, without the leading `body.`. */
export const FieldErrors = createContext<Record<string, string>>({})

interface Wiring {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

interface FormFieldProps {
  name: string
  label: string
  hint?: string
  wide?: boolean
  /** The label is only spoken. */
  quiet?: boolean
  children: (wiring: Wiring) => ReactNode
}

/** A label, its field, and what is wrong with it. */
export function FormField({ name, label, hint, wide, quiet, children }: FormFieldProps) {
  const id = useId()
  const error = useContext(FieldErrors)[name]
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean)
  return (
    <div className="st-field" data-wide={wide}>
      <label htmlFor={id} className={quiet ? 'sc-sr' : undefined}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': described.join(' ') || undefined,
      })}
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      {error ? (
        <small id={`${id}-error`} className="st-error">
          {error}
        </small>
      ) : null}
    </div>
  )
}

/** What is wrong with one field that says it its own way. */
export const useFieldError = (name: string): string | undefined => useContext(FieldErrors)[name]

/** What is wrong with a group of fields; `own`: with the group itself, whose fields say their own. */
export function GroupError({ name, own: alone = false }: { name: string; own?: boolean }) {
  const errors = useContext(FieldErrors)
  const own = Object.entries(errors).filter(
    ([field]) =>
      field === name ||
      (!alone && field.startsWith(`${name}.`) && !field.slice(name.length + 1).includes('.')),
  )
  if (own.length === 0) return null
  return (
    <p className="st-error" tabIndex={-1} data-error={name}>
      {[...new Set(own.map(([, text]) => text))].join(' ')}
    </p>
  )
}
