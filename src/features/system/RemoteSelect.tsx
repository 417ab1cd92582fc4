import { Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'

export interface Choice {
  value: string
  label: string
  /** Beneath the label, to tell namesakes apart. */
  note?: string | undefined
  disabled?: boolean
}

interface RemoteSelectProps {
  /** `value`, `onChange` and `id` are what antd's Form.Item gives. */
  value?: string
  onChange?: (value: string | undefined) => void
  onChosen?: (value: string | undefined) => void
  id?: string
  choices: readonly Choice[]
  /** What was typed, after a pause. */
  onSearch: (text: string) => void
  busy: boolean
  placeholder: string
  nothing: ReactNode
}

const showChoice = ({ data }: { data: Choice }) => (
  <span className="sy-choice">
    {data.label}
    {data.note ? <small>{data.note}</small> : null}
  </span>
)

/** Chooses one of what the server finds. */
export function RemoteSelect({
  value,
  onChange,
  onChosen,
  id,
  choices,
  onSearch,
  busy,
  placeholder,
  nothing,
}: RemoteSelectProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Choice | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), 200)
    return () => clearTimeout(timer)
  }, [typed, onSearch])
  // What is chosen keeps its name when it is not among what was found last.
  const shown =
    chosen && chosen.value === value && !choices.some((one) => one.value === value)
      ? [...choices, chosen]
      : choices
  return (
    <Select<string, Choice>
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      onChange={(next, option) => {
        setChosen(Array.isArray(option) ? null : (option ?? null))
        onChange?.(next)
        onChosen?.(next)
      }}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      virtual={false}
      loading={busy}
      placeholder={placeholder}
      notFoundContent={busy ? null : nothing}
      options={[...shown]}
      optionRender={showChoice}
    />
  )
}
