import { useRef, useState } from 'react'
import { isApiError } from '#lib/apiError.ts'
import { download } from '#lib/download.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { Mark } from '#ui/Mark.tsx'
import { toast } from '#ui/toasts.ts'

interface ExportButtonProps {
  label: string
  /** Asks for the file; what it holds, the server says by filter and rights. */
  ask: (signal: AbortSignal) => Promise<{ name: string; text: string }>
  /** Beside the columns' choice, quiet as that is. */
  bare?: boolean
}

/** A table as CSV, of exactly what is listed; each export stands in the audit log. A press while it is made gives it up. */
export function ExportButton({ label, ask, bare = false }: ExportButtonProps) {
  const t = useText().ui.export
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController>(null)
  const run = async () => {
    if (running.current) return running.current.abort()
    const { signal } = (running.current = new AbortController())
    setBusy(true)
    try {
      const { name, text } = await ask(signal)
      download(name, text, 'text/csv;charset=utf-8')
      toast.success(t.done(name))
    } catch (cause) {
      if (signal.aborted) toast.info(t.given)
      else if (isApiError(cause)) toast.error(cause.message)
      else throw cause
    } finally {
      running.current = null
      setBusy(false)
    }
  }
  const press = { title: busy ? undefined : t.hint, onClick: () => void run() }
  if (!bare) return <Button {...press}>{busy ? t.busy : label}</Button>
  return (
    <button type="button" className="sc-bare" {...press}>
      <Mark name="save" /> {busy ? t.busy : label}
    </button>
  )
}
