import type { Draft } from './draft.ts'

/** Fields of the request that a field of the form may put right, where they are not called the same. */
const putRight: Partial<Record<keyof Draft, readonly string[]>> = {
  organization: ['organizationId'],
  heldOn: ['heldOn', 'endsOn'],
  lecturer: ['lecturerId', 'lecturerName'],
  lecturerName: ['lecturerId', 'lecturerName'],
  guestParts: ['guests'],
}
/** What else is asked depends on these. */
const all: readonly string[] = ['kind', 'advance']

/**
 * The sentences that still hold once these fields were changed: what somebody corrects is not scolded any longer. The
 * same object where nothing was put right: a new one would be a new attempt (`useFirstError`).
 */
export function stillWrong(
  errors: Record<string, string>,
  changed: Partial<Draft>,
): Record<string, string> {
  const keys = Object.keys(changed)
  const right = keys.flatMap((key) => putRight[key as keyof Draft] ?? [key])
  const isRight = (field: string) =>
    keys.some((key) => all.includes(key)) ||
    right.some((name) => field === name || field.startsWith(`${name}.`))
  const left = Object.entries(errors).filter(([field]) => !isRight(field))
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left)
}
