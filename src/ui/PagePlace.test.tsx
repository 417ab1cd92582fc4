import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMemoryRouter, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, expect, test } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { Page } from './Page.tsx'
import { PagePlace, useAnnouncedTitle, useOpenPage } from './PagePlace.tsx'

beforeAll(() => setText(zh))

function List() {
  const openPage = useOpenPage()
  return (
    <Page title="三会一课" purpose="">
      <button type="button" onClick={() => openPage('/record/a?scope=1', '十月支委会')}>
        打开
      </button>
    </Page>
  )
}

/** A record that never arrives. */
function Record() {
  const announced = useAnnouncedTitle()
  return (
    <Page title={announced ?? '会议'} purpose={null}>
      记录页
    </Page>
  )
}

const headings = () => screen.getAllByRole('heading', { level: 1 }).map((one) => one.textContent)

test('the heading of the page that a row opens stands before the page, and on it until its record is here', async () => {
  const held = Promise.withResolvers<{ Component: typeof Record }>()
  const router = createMemoryRouter([
    {
      element: (
        <PagePlace>
          <Outlet />
        </PagePlace>
      ),
      children: [
        { path: '/', Component: List },
        { path: '/record/:id', lazy: () => held.promise },
        { path: '/other', element: <Record /> },
      ],
    },
  ])
  render(<RouterProvider router={router} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '打开' }))
  // The list is out of sight by its style sheet, and as it was.
  expect(headings()).toEqual(['十月支委会', '三会一课'])
  expect(screen.getByRole('main').dataset.coming).toBe('true')

  held.resolve({ Component: Record })
  await screen.findByText('记录页')
  expect(headings()).toEqual(['十月支委会'])
  expect(screen.getByRole('main').dataset.coming).toBeUndefined()

  // Back at the very entry at which it was announced: the list, and nothing over it.
  await router.navigate(-1)
  await screen.findByRole('button', { name: '打开' })
  expect(headings()).toEqual(['三会一课'])
  expect(screen.getByRole('main').dataset.coming).toBeUndefined()

  await router.navigate('/other')
  await screen.findByRole('heading', { name: '会议' })

  await router.navigate('/')
  await screen.findByRole('button', { name: '打开' })
  expect(headings()).toEqual(['三会一课'])
})
