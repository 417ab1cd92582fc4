import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { dutiesContract } from '#domain/duties.contract.ts'
import { newId } from '#domain/ids.ts'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { testNow } from '#tests/support/world.ts'

const api = screenApi()
const { actions, calendarPage, editor } = zh.meetings

/** The secretary of 甲支部 looks at the whole bureau, as a first secretary does. */
async function signInAsFirst() {
  const { db } = api.api.world
  const { id } = await db
    .selectFrom('account')
    .select('id')
    .where('login', '=', 'secretary')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('assignment')
    .values({
      id: newId(),
      account_id: id,
      role: 'leader',
      organization_id: api.bureau.committee.id,
      granted_by: null,
      granted_at: testNow,
    })
    .execute()
  await api.signIn('branch-secretary')
}

test('who may look further than write meets no form that is refused after everything is typed', async () => {
  await signInAsFirst()
  const { branchA, branchB, inB, tokens } = api.bureau
  await api.open(paths.newMeeting({ organization: branchB.id, type: 'general-meeting' }))
  expect(await screen.findByText(editor.notHere)).toBeDefined()
  expect(screen.getByText(actions.otherOrgan)).toBeDefined()
  expect(screen.queryByLabelText(editor.place)).toBeNull()
  expect(api.of(meetingsContract.roster)).toEqual([])

  const draft = await held(api.api, tokens.organizer, aMeeting(branchB, firstOf(inB)))
  api.leave()
  await api.open(paths.editMeeting(draft.id))
  expect(await screen.findByText(editor.notHere)).toBeDefined()

  api.leave()
  await api.open(paths.newMeeting({ organization: branchA.id, type: 'general-meeting' }))
  expect(await screen.findByLabelText(editor.place)).toBeDefined()
})

test('of the duties due only those to be recorded by the account lead to a form', async () => {
  await signInAsFirst()
  await api.open(paths.duties({ view: 'due', overdue: 'false' }))
  const { due, names } = zh.duties
  const period = zh.duties.month(2026, 11)
  const doing = due.recordOf('甲支部', names['theme-day'], period)
  expect(await screen.findByRole('link', { name: doing })).toBeDefined()
  const looking = due.lookOf('乙支部', names['theme-day'], period)
  expect(screen.getByRole('link', { name: looking })).toBeDefined()
})

test('the calendar asks for what falls due in its month, and leads to a form only where one may record', async () => {
  await signInAsFirst()
  await api.open(paths.calendar({ day: '2026-11-30' }))
  const theme = (organ: string) => calendarPage.due(`${organ} ${zh.meetings.types['theme-day']}`)
  const hrefOf = async (organ: string) =>
    (await screen.findAllByRole('link', { name: theme(organ) })).at(-1)?.getAttribute('href')
  expect(await hrefOf('甲支部')).toContain('/meetings/new')
  expect(await hrefOf('乙支部')).toContain('/duties?')
  const asked = api.of(dutiesContract.due).at(-1)?.query
  expect([asked?.get('from'), asked?.get('to')]).toEqual(['2026-11-01', '2026-11-30'])
})
