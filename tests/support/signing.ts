import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'

/** Presses the button that signs and says yes to what it asks. Answers what was asked. */
export async function signHere(user: UserEvent, name: string | RegExp = /提交并审签/) {
  await user.click(await screen.findByRole('button', { name }))
  const asked = await screen.findByRole('alertdialog')
  const text = asked.textContent
  await user.click(within(asked).getByRole('button', { name }))
  return text
}
