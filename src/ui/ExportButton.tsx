import { Button } from 'antd'
import { useState } from 'react'
import { isApiError } from '#lib/apiError.ts'
import { download } from '#lib/download.ts'
import { useText } from '#lib/i18n.ts'
import { toast } from '#ui/toasts.ts'

interface ExportButtonProps {
  label: string
  /** Asks for the file; what it holds, the server says by filter and rights. */
  ask: () => Promise<{ name: string; text: string }>
  size?: 'small'
}

/** A table as CSV, of exactly what is listed; each export stands in the audit log. */
export function ExportButton({ label, ask, size }: ExportButtonProps) {
  const t = useText().ui.export
  const [busy, setBusy] = useState(false)
  const run = async () => {
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
  return (
    <Button size={size} loading={busy} title={t.hint} onClick={() => void run()}>
      {label}
    </Button>
  )
}
