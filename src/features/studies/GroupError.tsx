import { useContext } from 'react'
import { Errors } from '#ui/Field.tsx'

/** What is wrong with a group of fields; `own`: with the group itself, whose fields say their own. */
export function GroupError({ name, own: alone = false }: { name: string; own?: boolean }) {
  const errors = useContext(Errors)
  const own = Object.entries(errors).filter(
    ([field]) =>
      field === name ||
      (!alone && field.startsWith(`${name}.`) && !field.slice(name.length + 1).includes('.')),
  )
  if (own.length === 0) return null
  return (
    <p className="sc-field-error" tabIndex={-1} data-error={name}>
      {[...new Set(own.map(([, text]) => text))].join(' ')}
    </p>
  )
}
