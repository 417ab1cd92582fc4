import type { SelectHTMLAttributes } from 'react'
import {
  beneficiary,
  serviceChannel,
  type Beneficiary,
  type ServiceChannel,
} from '#domain/services.ts'
import { useText } from '#lib/i18n.ts'

type Rest = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'className'>

interface ChannelChoiceProps extends Rest {
  value: ServiceChannel | null
  /** What stands there while none is known. */
  none: string
  /** Leaving it to the kind may be chosen too. */
  mayClear?: boolean
  onChange: (next: ServiceChannel | null) => void
}

/** 服务方式. */
export function ChannelChoice({ value, none, mayClear, onChange, ...rest }: ChannelChoiceProps) {
  const { services: t } = useText()
  return (
    <select
      className="sc-input"
      value={value ?? ''}
      onChange={(event) =>
        onChange(event.target.value ? serviceChannel.parse(event.target.value) : null)
      }
      {...rest}
    >
      {value === null || mayClear ? <option value="">{none}</option> : null}
      {serviceChannel.options.map((one) => (
        <option key={one} value={one}>
          {t.channels[one]}
        </option>
      ))}
    </select>
  )
}

interface BeneficiaryChoiceProps extends Rest {
  /** Null: nobody said yet. */
  value: Beneficiary | null
  onChange: (next: Beneficiary) => void
}

/** 服务对象. */
export function BeneficiaryChoice({ value, onChange, ...rest }: BeneficiaryChoiceProps) {
  const { services: t } = useText()
  return (
    <select
      className="sc-input"
      value={value ?? ''}
      onChange={(event) => onChange(beneficiary.parse(event.target.value))}
      {...rest}
    >
      {value === null ? <option value="">{t.form.beneficiary}</option> : null}
      {beneficiary.options.map((one) => (
        <option key={one} value={one}>
          {t.beneficiaries[one]}
        </option>
      ))}
    </select>
  )
}
