import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { FormDrawer } from './FormDrawer.tsx'

beforeEach(() => setText(zh))

const { unsaved, keep, discard } = zh.ui.dialog

/** How the saving under way ends. */
let answer: (saved: boolean) => void = () => undefined

/** A drawer that is no part of the address: Back leads to another entry of the same page. */
function Page() {
  const [open, setOpen] = useState(true)
  const [dirty, setDirty] = useState(false)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    if (await new Promise<boolean>((resolve) => (answer = resolve))) setOpen(false)
    setBusy(false)
  }
  return open ? (
    <FormDrawer
      open
      title="免除"
      formId="form"
      submitLabel="保存"
      dirty={dirty}
      busy={busy}
      onClose={() => setOpen(false)}
    >
      <form
        id="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <input aria-label="原因" onChange={() => setDirty(true)} />
      </form>
    </FormDrawer>
  ) : null
}

function shown() {
  const router = createMemoryRouter([{ path: '/', element: <Page /> }], {
    initialEntries: ['/?page=1', '/?page=2'],
  })
  render(<RouterProvider router={router} />)
  const back = () => router.navigate(-1)
  return { router, back, user: userEvent.setup(), field: () => screen.getByLabelText('原因') }
}

const leaves = (): boolean => {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return !leaving.defaultPrevented
}

test('Back asks before it gives up what was typed, as the cross does', async () => {
  const { router, back, user, field } = shown()
  await user.type(field(), '外出')
  expect(leaves()).toBe(false)
  await back()
  expect(await screen.findByRole('alertdialog', { name: unsaved })).toBeDefined()
  expect(router.state.location.search).toBe('?page=2')

  await user.click(screen.getByRole('button', { name: keep }))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(field()).toHaveProperty('value', '外出')

  await back()
  await user.click(await screen.findByRole('button', { name: discard }))
  await waitFor(() => expect(router.state.location.search).toBe('?page=1'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(leaves()).toBe(true)
})

test('Back from a form in which nothing was typed goes at once', async () => {
  const { router, back } = shown()
  await back()
  await waitFor(() => expect(router.state.location.search).toBe('?page=1'))
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('Back while it is saved waits for the answer: it goes on when it was kept, and stays when it was refused', async () => {
  const { router, back, user, field } = shown()
  const pressWhileSaved = async () => {
    await user.click(screen.getByRole('button', { name: '保存' }))
    await act(back)
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(router.state.location.search).toBe('?page=2')
  }
  await user.type(field(), '外出')
  await pressWhileSaved()
  await act(async () => answer(false))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(router.state.location.search).toBe('?page=2')
  expect(field()).toHaveProperty('value', '外出')

  await pressWhileSaved()
  await act(async () => answer(true))
  await waitFor(() => expect(router.state.location.search).toBe('?page=1'))
  expect(screen.queryByRole('dialog')).toBeNull()
})
