import { useState } from 'react'
import type { Term } from '#domain/organizations.ts'
import { isApiError, type ApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'

/**
 * The version of a term that a form changes. Where somebody else has changed it meanwhile the form goes on over what is
 * there now, says so above its fields, and keeps what was typed.
 */
export function useTermVersion(term: Term) {
  const { organizations: t } = useText()
  const [version, setVersion] = useState(term.version)
  const onRefused = (error: ApiError): boolean => {
    if (!isApiError(error, 'version_conflict') || !error.detail) return false
    setVersion((error.detail as Term).version)
    return true
  }
  return { version, onRefused, error: version === term.version ? null : t.move.conflict }
}
