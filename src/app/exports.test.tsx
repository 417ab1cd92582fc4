import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import type { GrantedRole } from '#domain/permissions.ts'
import { addHolidays, onNotice } from '#tests/support/honours.ts'
import { aMeeting, firstOf, held } from '#tests/support/meetings.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
const WIDE = 1440
afterEach(() => vi.restoreAllMocks())

/** The text of the file that the press hands to the browser. */
function handedOver(): () => Promise<string> {
  const blobs: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob)
    return 'blob:file'
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  return async () => {
    const [blob] = await waitFor(() => {
      expect(blobs).toHaveLength(1)
      return blobs
    })
    return blob ? await blob.text() : ''
  }
}

/** Minutes signed in branch 甲, two of its members away: a meeting, two 补学 and their entries in the log. */
async function signed() {
  const { tokens, branchA, inA1, inA2 } = api.bureau
  const away = inA1
    .slice(1, 3)
    .map((memberId) => ({ memberId, status: 'leave' as const, reason: '公差' }))
  const body = aMeeting(branchA, firstOf(inA2), { attendance: away, advance: 'sign' })
  expect((await held(api.api, tokens.organizer, body)).status).toBe('signed')
}

/** What a cell says; what can be pressed in it says nothing that is taken away. */
function wordsOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement
  for (const button of copy.querySelectorAll('button')) button.remove()
  return squeezed(copy.textContent)
}
const squeezed = (text: string) => text.replace(/[\s"]/g, '').replace(/(\d)／(\d)/g, '$1/$2')

// What a person sees in the table is what stands in the file: head and cells, buttons apart.
test.each<[string, GrantedRole, string]>([
  ['members', 'organizer', paths.members()],
  ['meetings', 'organizer', paths.meetings()],
  ['makeups', 'branch-secretary', `${paths.makeups()}?show=all`],
  ['due', 'branch-secretary', `${paths.duties()}?view=due`],
  ['accounts', 'system-admin', paths.accounts()],
  ['roles', 'security-admin', paths.roles()],
  ['audit', 'auditor', paths.audit()],
])('the list of %s is exported as %s sees it', async (_, role, path) => {
  await signed()
  await api.signIn(role)
  const file = handedOver()
  const { user } = await api.open(path, WIDE)
  await user.click(await screen.findByRole('button', { name: zh.ui.export.label }))
  const [head = '', ...lines] = (await file()).replace('\uFEFF', '').trimEnd().split('\r\n')
  const titles = head.split(',')
  const table = screen.getByRole('table')
  // On a busy machine the file may be there before the rows are drawn.
  await waitFor(() => expect(table.querySelector('tbody[aria-hidden]')).toBeNull())
  const shown = within(table)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent)
  const kept = shown.flatMap((title, at) => (titles.includes(title) ? [at] : []))
  expect(kept.length).toBeGreaterThanOrEqual(shown.length - 1)
  const rows = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .flatMap((cell, at) => (kept.includes(at) ? [wordsOf(cell)] : [])),
    )
  expect(lines.slice(0, rows.length).map(squeezed)).toEqual(rows.map((cells) => cells.join(',')))
  expect(rows.length).toBeGreaterThan(0)
})

// §11: what superiors ask of a 花名册.
test('of the roster all that the profile shows can be chosen and taken away, masked where it is masked', async () => {
  const [id = ''] = api.bureau.inB
  const profile = {
    birthOn: '1980-02-03',
    nativePlace: '某省某县',
    education: '大学本科',
    degree: '学士',
    school: '某大学',
    job: '审批科科长',
    workStartedOn: '2002-07-01',
    appliedOn: '2008-05-04',
    partyAgeFrom: '2010-06-01',
    partyAgeReason: '按入党之日起算',
  }
  const hidden = { phone: '13812345678', address: '某市某区某路 1 号' }
  await api.api.call(api.bureau.tokens.organizer, membersContract.change, {
    params: { id },
    body: { ...profile, ...hidden },
    version: 1,
  })
  await api.signIn('organizer')
  const { user } = await api.open(paths.members({ q: '陈明' }), WIDE)
  await user.click(await screen.findByRole('button', { name: zh.ui.table.columns }))
  for (const box of screen.getAllByRole<HTMLInputElement>('checkbox'))
    if (box.closest('.sc-table-choice') && !box.checked) await user.click(box)
  const file = handedOver()
  await user.click(screen.getByRole('button', { name: zh.ui.export.label }))
  const [head = '', row = ''] = (await file()).replace('\uFEFF', '').trimEnd().split('\r\n')
  const { fields } = zh.members
  const told = new Map(row.split(',').map((cell, at) => [head.split(',')[at], cell]))
  for (const [key, value] of Object.entries(profile))
    expect(told.get(fields[key as keyof typeof profile])).toBe(value)
  expect(told.get(fields.phone)).toBe('138****5678')
  expect(told.get(fields.address)).toBe('某市某区****')
})

test('the nominations of a campaign are taken away with their votes, by who decides it', async () => {
  await addHolidays(api.api.world.db)
  const { id } = await onNotice(api.api, api.bureau, api.bureau.inA1.slice(0, 2))
  await api.signIn('branch-secretary')
  await api.open(paths.campaign(id))
  await screen.findByText(zh.honours.nominations)
  expect(screen.queryByRole('button', { name: zh.ui.export.label })).toBeNull()
  api.leave()

  await api.signIn('organizer')
  const { user } = await api.open(paths.campaign(id))
  const file = handedOver()
  await user.click(await screen.findByRole('button', { name: zh.ui.export.label }))
  const [head, ...lines] = (await file()).replace('\uFEFF', '').trimEnd().split('\r\n')
  const { subject, yes, no, abstain } = zh.honours.nominationColumns
  const told = lines.map(
    (line) => new Map(line.split(',').map((cell, at) => [head?.split(',')[at], cell])),
  )
  const of = (column: string) => told.map((row) => row.get(column))
  const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  for (const name of of(subject))
    expect(items.some((text) => text?.startsWith(`${name}`))).toBe(true)
  expect(of(subject)).toHaveLength(2)
  expect([of(yes), of(no), of(abstain)]).toEqual([
    ['7', '7'],
    ['0', '0'],
    ['0', '0'],
  ])
})
