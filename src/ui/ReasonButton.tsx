import { Button, type ButtonProps } from './Button.tsx'
import { Permit } from './Permit.tsx'

/** A button with the reason why it cannot be used now; `null` when it can. */
export function ReasonButton({ reason, ...button }: ButtonProps & { reason: string | null }) {
  return (
    <Permit allowed={reason === null} reason={reason}>
      <Button {...button} />
    </Permit>
  )
}
