import type { ComponentProps, MouseEvent } from 'react'
import { Link } from 'react-router'
import './button.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the next step, one in a view; `text` and `link` stand without a frame. */
  kind?: 'primary' | 'text' | 'link' | undefined
  size?: 'small' | 'large' | undefined
  /** It takes something away. */
  danger?: boolean | undefined
  /** Its act is on the way: a further press does nothing, the focus stays. */
  busy?: boolean | undefined
}

/**
 * The browser's own button in our look. antd's would work out its theme for the first one on a page, 40 ms of the
 * processor before a record shows, and bring its wave and its spinner (docs/adr/0018).
 */
export function Button({
  kind,
  size,
  danger = false,
  busy = false,
  className = '',
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // A submit button would send its form otherwise, also by Enter in a field.
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type={type}
      className={`sc-button ${className}`.trimEnd()}
      data-kind={kind}
      data-size={size}
      data-danger={danger || undefined}
      aria-busy={busy || undefined}
      onClick={press}
      {...rest}
    />
  )
}

/** A link that looks like a button: it leads to where something is done. */
export function ButtonLink({
  kind,
  ...link
}: Omit<ComponentProps<typeof Link>, 'className'> & Pick<ButtonProps, 'kind'>) {
  return <Link className="sc-button" data-kind={kind} {...link} />
}
