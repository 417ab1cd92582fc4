import type { InputHTMLAttributes } from 'react'

type AgreedProps = { label: string } & InputHTMLAttributes<HTMLInputElement>

/** As a form's field: a box to tick with the sentence that one agrees to. */
export function Agreed({ label, ...input }: AgreedProps) {
  return (
    <label className="hn-earlier">
      <input {...input} type="checkbox" />
      {label}
    </label>
  )
}
