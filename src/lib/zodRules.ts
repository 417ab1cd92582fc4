import type { FormInstance, Rule } from 'antd/es/form/index.js'
import type { z } from 'zod'
import type { ApiError } from './apiError.ts'
import { currentText } from './i18n.ts'

/**
 * One schema for the API and the form: `<Form.Item name="name" rules={zodRules(newMember.shape.name)}>`.
 * Sentences are those of the schema; an empty field that must be filled says so in the screen's words.
 */
export function zodRules(schema: z.ZodType): Rule[] {
  const required = !schema.safeParse(undefined).success
  return [
    { required, message: currentText().common.form.required },
    {
      validator: async (_, value: unknown) => {
        const empty =
          value === undefined ||
          value === null ||
          value === '' ||
          (Array.isArray(value) && value.length === 0)
        if (
          empty &&
          (required || schema.safeParse(null).success || schema.safeParse(undefined).success)
        )
          return
        const result = await schema.safeParseAsync(value)
        if (!result.success)
          throw new Error(currentText().said(result.error.issues[0]?.message ?? ''))
      },
    },
  ]
}

/** `body.attendance.3.reason` → `['attendance', 3, 'reason']`. */
const nameOf = (path: string): (string | number)[] =>
  path
    .replace(/^(body|query|params)\./, '')
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))

/**
 * Puts the server's sentences at their fields and scrolls to the first. Returns those whose field the
 * form does not have, to be shown above it.
 */
export function showFieldErrors(form: FormInstance, error: ApiError): string[] {
  const lost: string[] = []
  const found = Object.entries(error.fields).flatMap(([path, message]) => {
    const name = nameOf(path)
    if (form.getFieldInstance(name) ?? form.isFieldTouched(name))
      return [{ name, errors: [message] }]
    lost.push(message)
    return []
  })
  form.setFields(found)
  const [first] = found
  if (first) form.scrollToField(first.name, { focus: true })
  return lost
}
