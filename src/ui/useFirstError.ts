import { useEffect, useRef, useState, type RefObject } from 'react'

const none: readonly string[] = []

/**
 * Takes the person to the first field that is wrong, once per attempt, and answers the sentences of fields that
 * stand nowhere in the form, so that no refusal is silent.
 */
export function useFirstError(
  form: RefObject<HTMLElement | null>,
  /** Sentences by field; a new object for every attempt, also where the same is wrong again. */
  errors: Readonly<Record<string, string>>,
): readonly string[] {
  const [lost, setLost] = useState(none)
  const count = Object.keys(errors).length
  const before = useRef(0)

  useEffect(() => {
    // One sentence fewer is somebody correcting, who must not be led away from it.
    const isAttempt = count > 0 && count >= before.current
    before.current = count
    if (!isAttempt) return undefined
    const look = () => {
      if (!form.current) return
      const shown = new Set(
        [...form.current.querySelectorAll<HTMLElement>('[data-field]')].map(
          ({ dataset }) => dataset.field,
        ),
      )
      setLost(
        Object.entries(errors).flatMap(([name, sentence]) => (shown.has(name) ? [] : [sentence])),
      )
      const first = form.current.querySelector<HTMLElement>('[aria-invalid="true"], [data-error]')
      first?.scrollIntoView({ block: 'center' })
      const field = first?.matches('fieldset') ? first.querySelector('input') : first
      field?.focus({ preventScroll: true })
    }
    // Once the sentences are painted.
    const frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [count, errors, form])
  return count === 0 ? none : lost
}
