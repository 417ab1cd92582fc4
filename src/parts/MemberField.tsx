import { z } from 'zod'
import { MemberPicker } from './MemberPicker.tsx'

/** A member as a form holds one: with the name, so that a draft that is opened again says who it was. */
export interface ChosenMember {
  id: string
  name: string
}

/** The schema of an id, held against the member chosen in a form: `zodRules(ofChosen(shape.ownerId))`. */
export const ofChosen = (id: z.ZodType) => z.object({ id })

interface MemberFieldProps {
  id?: string
  label: string
  within?: string | undefined
  on?: string | undefined
  value?: ChosenMember
  onChange?: (chosen: ChosenMember) => void
}

/** One member in a form, where antd gives value and change. */
export function MemberField({ id, label, within, on, value, onChange }: MemberFieldProps) {
  return (
    <MemberPicker
      {...(id !== undefined && { id })}
      label={label}
      {...(within && { within })}
      {...(on && { on })}
      value={value ?? null}
      onChange={({ id, name }) => onChange?.({ id, name })}
    />
  )
}
