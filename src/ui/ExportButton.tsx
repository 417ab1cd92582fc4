import { useState } from 'react'
import { isApiError } from '#lib/apiError.ts'
import { download } from '#lib/download.ts'
import { useText } from '#lib/i18n.ts'
import { Button } from '#ui/Button.tsx'
import { Mark } from '#ui/Mark.tsx'
import { toast } from '#ui/toasts.ts'

interface ExportButtonProps {
  label: string
  /** Asks for the file; what it holds, the server says by filter and rights. */
  ask: () => Promise<{ name: string; text: string }>
  /** Beside the columns' choice, quiet as that is. */
  bare?: boolean
}

/** A table as CSV, of exactly what is listed; each export stands in the audit log. */
export function ExportButton({ label, ask, bare = false }: ExportButtonProps) {
  const t = useText().ui.export
  const [busy, setBusy] = useState(false)
  const run = async () => {
    if (busy) return
    setBusy(true)
    try {
      const { name, text } = await ask()
      download(name, text, 'text/csv;charset=utf-8')
      toast.success(t.done(name))
    } catch (cause) {
      if (!isApiError(cause)) throw cause
      toast.error(cause.message)
    } finally {
      setBusy(false)
    }
  }
  const press = { title: t.hint, 'aria-disabled': busy || undefined, onClick: () => void run() }
  if (!bare) return <Button {...press}>{busy ? t.busy : label}</Button>
  return (
    <button type="button" className="sc-bare" {...press}>
      <Mark name="save" /> {busy ? t.busy : label}
    </button>
  )
}
