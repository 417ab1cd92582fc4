import { render, screen } from '@testing-library/react'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { newMember } from '#domain/members.ts'
import { whyNot } from '#domain/services.states.ts'
import { setText } from '#lib/i18n.ts'
import { zodRules } from '#lib/zodRules.ts'
import { en } from '#locales/en.ts'
import { zh } from '#locales/zh.ts'
import { ReasonButton } from './ReasonButton.tsx'

beforeEach(() => setText(zh))
afterAll(() => setText(zh))

const languages = [
  ['zh', zh, '记录已确认，不能修改；有误请撤回后重新登记', '姓名中不能有数字'],
  ['en', en, 'Confirmed: it cannot be edited; withdraw it and log it anew', 'A name has no digits'],
] as const

it.each(languages)('%s: a control that is denied by a rule says why', (_, text, why) => {
  setText(text)
  render(<ReasonButton reason={whyNot('change', 'confirmed')}>x</ReasonButton>)
  const button = screen.getByRole('button', { description: why })
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

it.each(languages)(
  '%s: a field says what its schema has against it',
  async (_, text, _why, wrong) => {
    setText(text)
    const [, rule] = zodRules(newMember.shape.name)
    if (typeof rule !== 'object' || !rule.validator) throw new Error('the schema is no rule')
    await expect(rule.validator({}, '李2', () => undefined)).rejects.toThrow(wrong)
  },
)
