import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.members
const page = screenApi()
const WIDE = 1440
// Two busy cores and a real database.
configure({ asyncUtilTimeout: 6000 })

afterEach(() => vi.useRealTimers())

const phoneOf = async (phone: string) => {
  const [id = ''] = page.bureau.inA2
  const { organizer } = page.bureau.tokens
  const saved = await page.api.call(organizer, membersContract.change, {
    params: { id },
    body: { phone },
    version: 1,
  })
  expect(saved.status).toBe(200)
  return id
}

describe('the roster', () => {
  it('is what the address says: filters, search, order and the open row', async () => {
    await page.signIn('organizer')
    const [, , nana] = page.bureau.inA1
    const { user, router } = await page.open(
      `/members?q=oynn&stages=full&sort=name&open=${nana}`,
      WIDE,
    )
    expect(await screen.findByText(zh.ui.table.total('1'))).toBeTruthy()
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'oynn')
    expect(await screen.findByRole('complementary', { name: '欧阳娜娜' })).toBeTruthy()
    const [asked] = page.of(membersContract.list)
    expect(asked?.query.getAll('stages')).toEqual(['full'])
    expect(asked?.query.get('sort')).toBe('name')

    await user.click(screen.getByRole('button', { name: t.filters.clear }))
    expect(await screen.findByText(zh.ui.table.total('15'))).toBeTruthy()
    expect(router.state.location.search).toBe('?sort=name')
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '')
  })

  it('leaves out whoever has left until they are asked for', async () => {
    const [id = ''] = page.bureau.inB
    await page.api.call(page.bureau.tokens.organizer, membersContract.changeStatus, {
      params: { id },
      body: { on: '2026-11-10', reason: '因病去世', standing: 'deceased' },
      version: 1,
    })
    await page.signIn('organizer')
    const { user, router } = await page.open('/members', WIDE)
    expect(await screen.findByText(zh.ui.table.total('14'))).toBeTruthy()
    await user.click(screen.getByLabelText(t.filters.gone))
    expect(await screen.findByText(zh.ui.table.total('15'))).toBeTruthy()
    expect(router.state.location.search).toBe('?gone=true')
  })

  it('is shown as of a past day, and says what is of that day', async () => {
    await page.signIn('organizer')
    const { router } = await page.open('/members', WIDE)
    fireEvent.change(await screen.findByLabelText(t.filters.on), {
      target: { value: '2025-12-31' },
    })
    expect(await screen.findByRole('table', { name: t.asOf.title('2025-12-31') })).toBeTruthy()
    expect(screen.getByRole('note').textContent).toContain(t.asOf.note)
    expect(screen.queryByRole('button', { name: t.moveMany.choose })).toBeNull()
    expect(router.state.location.search).toBe('?on=2025-12-31')
    await waitFor(() =>
      expect(page.of(membersContract.list).at(-1)?.query.get('on')).toBe('2025-12-31'),
    )
  })

  it('opens nothing of who stands in it and has since moved out of reach', async () => {
    const { inA1, branchB, tokens } = page.bureau
    const moved = await page.api.call(tokens.organizer, membersContract.changeStatus, {
      params: { id: inA1[3] ?? '' },
      body: { on: '2026-03-01', reason: '工作调动', organizationId: branchB.id },
      version: 1,
    })
    await page.signIn('branch-secretary')
    await page.open('/members?on=2026-02-01', WIDE)
    const name = await screen.findByText(t.asOf.elsewhere(moved.body.name))
    expect(name.closest('a')).toBeNull()
    expect(screen.getAllByRole('row')[1]?.querySelector('a')).toBeTruthy()
  })

  it('takes birth date and sex from the id number and leaves what was chosen', async () => {
    await page.signIn('organizer')
    const { user } = await page.open('/members', WIDE)
    await user.click(await screen.findByRole('button', { name: t.create }))
    const drawer = await screen.findByRole('dialog')
    const number = within(drawer).getByLabelText(t.fields.idNumber)
    await user.type(number, '110105194912310021')
    expect(await within(drawer).findByText(t.idNumber.problems.checksum)).toBeTruthy()
    await user.clear(number)
    await user.type(number, '11010519491231002x')
    await waitFor(() =>
      expect(within(drawer).getByLabelText(t.fields.birthOn)).toHaveProperty('value', '1949-12-31'),
    )
    expect(within(drawer).getByText(t.sexes.female)).toBeTruthy()

    fireEvent.change(within(drawer).getByLabelText(t.fields.birthOn), {
      target: { value: '1950-01-01' },
    })
    await user.clear(number)
    await user.type(number, '440524188001010014')
    await waitFor(() => expect(within(drawer).getByText(t.sexes.male)).toBeTruthy())
    expect(within(drawer).getByLabelText(t.fields.birthOn)).toHaveProperty('value', '1950-01-01')
  })
})

describe('what is typed', () => {
  it('of a new member survives a reload under its seal', async () => {
    await page.signIn('organizer')
    const open = async () => {
      const { user } = await page.open('/members', WIDE)
      await user.click(await screen.findByRole('button', { name: t.create }))
      return { user, drawer: within(await screen.findByRole('dialog')) }
    }
    const { user, drawer } = await open()
    await user.type(await drawer.findByLabelText(t.fields.name), '秦琼')
    await user.type(drawer.getByLabelText(t.fields.idNumber), '11010519491231002x')
    await drawer.findByText(/草稿已存于本机/)
    expect(JSON.stringify([...page.store.records.values()])).not.toMatch(/秦琼|11010519491231002/i)
    page.leave()

    const again = await open()
    expect(await again.drawer.findByText(/已恢复/)).toBeTruthy()
    expect(again.drawer.getByLabelText(t.fields.name)).toHaveProperty('value', '秦琼')
    expect(again.drawer.getByLabelText(t.fields.idNumber)).toHaveProperty(
      'value',
      '11010519491231002x',
    )
  })

  it('over a record is kept for the version it was typed over', async () => {
    const [id = ''] = page.bureau.inB
    await page.signIn('organizer')
    const open = async () => {
      const { user } = await page.open(`/members/${id}`, WIDE)
      await user.click(await screen.findByRole('button', { name: t.actions.status }))
      return { user, drawer: within(await screen.findByRole('dialog')) }
    }
    const { user, drawer } = await open()
    await user.type(await drawer.findByLabelText(t.fields.reason), '长期外出')
    await drawer.findByText(/草稿已存于本机/)
    page.leave()
    const again = await open()
    expect(await again.drawer.findByLabelText(t.fields.reason)).toHaveProperty('value', '长期外出')
    page.leave()

    const { organizer } = page.bureau.tokens
    await page.api.call(organizer, membersContract.change, {
      params: { id },
      body: { job: '科长' },
      version: 1,
    })
    expect(await (await open()).drawer.findByLabelText(t.fields.reason)).toHaveProperty('value', '')
  })
})

describe('the record', () => {
  it('sends what was changed, and lays a conflict side by side', async () => {
    const [id = ''] = page.bureau.inB
    await page.signIn('organizer')
    const { user } = await page.open(`/members/${id}`, WIDE)
    await user.click(await screen.findByRole('button', { name: t.actions.edit }))
    const drawer = await screen.findByRole('dialog')
    await user.type(within(drawer).getByLabelText(t.fields.job), '审批科副科长')
    const theirs = await page.api.call(page.bureau.tokens.organizer, membersContract.change, {
      params: { id },
      body: { job: '审批科科长', school: '测试大学' },
      version: 1,
    })
    expect(theirs.status).toBe(200)
    await user.click(within(drawer).getByRole('button', { name: t.form.editSubmit }))

    const merge = await screen.findByRole('dialog', { name: zh.ui.merge.title })
    const job = within(merge).getByRole('group', { name: new RegExp(t.fields.job) })
    await user.click(within(job).getByRole('radio', { name: /审批科副科长/ }))
    await user.click(within(merge).getByRole('button', { name: zh.ui.merge.apply }))
    expect(await screen.findByText('审批科副科长')).toBeTruthy()
    // The other's school, which was not touched here, stays.
    expect(screen.getByText('测试大学')).toBeTruthy()
    expect(page.of(membersContract.change).at(-1)?.body).toEqual({ job: '审批科副科长' })
  })

  it('shows a masked field for a stated purpose, for a minute', async () => {
    const id = await phoneOf('13812345678')
    await page.signIn('organizer')
    const { user } = await page.open(`/members/${id}`, WIDE)
    expect(await screen.findByText('138****5678')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: t.reveal.actionOf(t.fields.phone) }))
    const drawer = await screen.findByRole('dialog')
    const submit = within(drawer).getByRole('button', { name: t.reveal.submit })
    await user.click(submit)
    expect(await within(drawer).findByText(zh.common.form.required)).toBeTruthy()
    expect(page.of(membersContract.reveal)).toEqual([])

    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    await user.click(within(drawer).getByRole('button', { name: t.reveal.purposes[0] }))
    await user.click(submit)
    expect(await screen.findByText('13812345678')).toBeTruthy()
    vi.advanceTimersByTime(61_000)
    expect(await screen.findByText('138****5678')).toBeTruthy()
    expect(screen.queryByText('13812345678')).toBeNull()
  })

  it('changes one axis from a day on and leaves the others', async () => {
    const [id = ''] = page.bureau.inB
    await page.signIn('organizer')
    const { user } = await page.open(`/members/${id}`, WIDE)
    await user.click(await screen.findByRole('button', { name: t.actions.status }))
    const drawer = await screen.findByRole('dialog')
    await user.click(within(drawer).getByRole('checkbox', { name: t.filters.mobile }))
    await user.type(within(drawer).getByLabelText(t.fields.reason), '长期外派')
    await user.click(within(drawer).getByRole('button', { name: t.form.statusSubmit }))
    expect(await screen.findByText(t.mobile)).toBeTruthy()
    expect(page.of(membersContract.changeStatus).at(-1)?.body).toEqual({
      mobile: true,
      on: '2026-11-23',
      reason: '长期外派',
    })
  })
})

it('of who becomes a full member the end of probation is proposed as 转正之日', async () => {
  await page.signIn('organizer')
  const { user } = await page.open(`/members/${page.bureau.probationary}`, WIDE)
  await user.click(await screen.findByRole('button', { name: t.actions.status }))
  const drawer = within(await screen.findByRole('dialog'))
  expect(drawer.queryByLabelText(t.form.fullOn)).toBeNull()
  await user.click(drawer.getByLabelText(t.fields.stage))
  await user.click(await screen.findByTitle(t.stages.full))
  // The assembly of 2010-06-01 accepted.
  expect(drawer.getByLabelText<HTMLInputElement>(t.form.fullOn).value).toBe('2011-06-01')
  await user.type(drawer.getByLabelText(t.fields.reason), '党委审批')
  await user.click(drawer.getByRole('button', { name: t.form.statusSubmit }))
  await waitFor(() =>
    expect(page.of(membersContract.changeStatus).at(-1)?.body).toEqual({
      stage: 'full',
      fullOn: '2011-06-01',
      on: '2026-11-23',
      reason: '党委审批',
    }),
  )
})

it('of whose probation is extended the end is told with it', async () => {
  await page.signIn('organizer')
  const { user } = await page.open(`/members/${page.bureau.probationary}`, WIDE)
  // The assembly of 2010-06-01 accepted.
  expect(await screen.findByText(t.probationEnds('2011-05-31'))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t.actions.status }))
  const drawer = within(await screen.findByRole('dialog'))
  expect(drawer.getByText(t.form.probationHint('2011-11-30', '2012-05-31'))).toBeTruthy()
  fireEvent.change(drawer.getByLabelText(t.form.probationUntil), {
    target: { value: '2011-12-31' },
  })
  await user.type(drawer.getByLabelText(t.fields.reason), '支部大会决议')
  await user.click(drawer.getByRole('button', { name: t.form.statusSubmit }))
  expect(await screen.findByText(t.probationExtended('2011-12-31'))).toBeTruthy()
  expect(page.of(membersContract.changeStatus).at(-1)?.body).toEqual({
    probationUntil: '2011-12-31',
    on: '2026-11-23',
    reason: '支部大会决议',
  })
})

describe('a plain member', () => {
  it('finds the own record in the menu, the book first, and nothing to change', async () => {
    await page.signIn('member')
    const { user } = await page.open('/me', 390)
    expect(await screen.findByRole('heading', { level: 1, name: '王芳' })).toBeTruthy()
    expect(await screen.findByText(t.ownWrong)).toBeTruthy()
    expect(screen.queryByRole('button', { name: t.actions.edit })).toBeNull()
    const [first] = screen
      .getAllByRole('heading', { level: 2 })
      .filter((one) => one.closest('article'))
    expect(first?.textContent).toBe(t.ledger.heading(2026))

    await user.click(screen.getByRole('button', { name: /党龄/ }))
    expect(screen.getByText(/中国共产党章程 第七条/)).toBeTruthy()
    expect(screen.getByText('2011年6月1日')).toBeTruthy()
  })

  it('does not reach another’s', async () => {
    await page.signIn('member')
    await page.open(`/members/${page.bureau.inA1[0]}`, 390)
    expect(await screen.findByText(t.loadFailed)).toBeTruthy()
  })
})
