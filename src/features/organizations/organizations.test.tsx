import { configure, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { newId } from '#domain/ids.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { pathStep } from '#server/db/tree.ts'
import { addOrganization } from '#tests/support/bureau.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.organizations
const page = screenApi()
const WIDE = 1440
// Two busy cores and a real database.
configure({ asyncUtilTimeout: 6000 })

const row = (name: RegExp) => screen.findByRole('treeitem', { name })
const card = (name: string) => screen.findByRole('complementary', { name })

describe('the tree', () => {
  it('reveals what the search found, on a page of children far from the first', async () => {
    const { db } = page.api.world
    const { committee } = page.bureau
    const names = Array.from({ length: 250 }, (_, n) => `丙${String(n).padStart(3, '0')}支部`)
    await db
      .insertInto('organization')
      .values(
        names.map((name) => ({
          id: newId(),
          path: committee.path + pathStep(),
          parent_id: committee.id,
          kind: 'branch',
          branch_kind: 'regular',
          name,
          name_pinyin: `bing${name}`,
          name_initials: `b${name}`,
          founded_on: '2020-01-01',
        })),
      )
      .execute()
    const last = await addOrganization(db, { kind: 'branch', name: '远方支部', parent: committee })
    await addOrganization(db, { kind: 'group', name: '天涯小组', parent: last })
    await page.signIn('organizer')
    const { user, router } = await page.open('/organizations', WIDE)

    await row(/机关党委/)
    await user.type(screen.getByRole('combobox', { name: t.searchLabel }), 'tyxz')
    await user.click(await screen.findByRole('option', { name: /天涯小组/ }))

    expect((await row(/天涯小组/)).getAttribute('aria-level')).toBe('3')
    expect((await row(/天涯小组/)).getAttribute('aria-selected')).toBe('true')
    expect(await card('天涯小组')).toBeTruthy()
    expect(router.state.location.search).toContain('node=')
    // The way there took the one page that holds the branch, not all before it.
    const asked = page.of(organizationsContract.children).filter(({ query }) => query.has('around'))
    expect(asked.length).toBeLessThanOrEqual(2)
  })

  it('names what stands above the own reach without leading into a refusal', async () => {
    await page.signIn('branch-secretary')
    await page.open(`/organizations?node=${page.bureau.groupA1.id}`, WIDE)
    const shown = within(await card('甲一小组'))
    const way = within(await shown.findByRole('navigation', { name: t.fields.parent }))
    expect(way.getByText(/机关党委/).tagName).toBe('SPAN')
    expect(way.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['甲支部'])
  })

  it('opens the node of the address, its way and its people', async () => {
    await page.signIn('leader')
    const { user } = await page.open(`/organizations?node=${page.bureau.groupA1.id}`, WIDE)
    const group = await row(/甲一小组/)
    await waitFor(() => expect(group.getAttribute('aria-selected')).toBe('true'))
    await user.click(group)
    await user.keyboard('{ArrowRight}')
    expect((await row(/阿卜杜拉/)).getAttribute('aria-level')).toBe('4')
    // A leader looks: the way to change is shown, closed, with its reason.
    const shown = within(await card('甲一小组'))
    const change = await shown.findByRole('button', { name: t.actions.change })
    expect(change.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the card', () => {
  it('offers below only what may stand there, also below another place, and keeps what is typed', async () => {
    await page.signIn('organizer')
    const { user } = await page.open(`/organizations?node=${page.bureau.branchA.id}`, WIDE)
    const shown = within(await card('甲支部'))
    await user.click(await shown.findByRole('button', { name: t.actions.create }))
    const drawer = await screen.findByRole('dialog')
    // jsdom ends no animation: the sign of waiting stays in the button's name.
    const submit = new RegExp(`${t.create.submit}$`)
    await user.type(within(drawer).getByLabelText(t.fields.name), '甲三小组')
    const under = within(drawer).getByRole('combobox', { name: t.create.under })
    await user.clear(under)
    await user.type(under, '机关党委')
    await user.click(await within(drawer).findByRole('option', { name: /机关党委/ }))
    expect(await within(drawer).findByText(t.create.kindHint(t.kinds.committee))).toBeTruthy()
    const kind = () =>
      within(drawer).getByLabelText(t.fields.kind).closest('.ant-select')?.textContent
    expect(kind()).toContain(t.kinds.branch)
    expect(within(drawer).getByText(t.fields.branchKind)).toBeTruthy()

    await user.type(under, '甲支部')
    await user.click(await within(drawer).findByRole('option', { name: /甲支部/ }))
    expect(kind()).toContain(t.kinds.group)
    await within(drawer).findByText(/草稿已存于本机/)
    page.leave()

    const again = await page.open(`/organizations?node=${page.bureau.branchA.id}`, WIDE)
    await again.user.click(
      await within(await card('甲支部')).findByRole('button', { name: t.actions.create }),
    )
    const restored = await screen.findByRole('dialog')
    expect(within(restored).getByLabelText(t.fields.name)).toHaveProperty('value', '甲三小组')
    await again.user.click(within(restored).getByRole('button', { name: submit }))
    expect(await row(/甲三小组/)).toBeTruthy()
    expect(await card('甲三小组')).toBeTruthy()
  })

  it('leads from a number to exactly its rows', async () => {
    await page.signIn('organizer')
    const { user } = await page.open(`/organizations?node=${page.bureau.branchA.id}`, WIDE)
    await user.click(
      await screen.findByRole('link', { name: t.counts.open(zh.members.stages.full, 9) }),
    )
    expect(await screen.findByText(zh.ui.table.total('9'))).toBeTruthy()
  })

  it('lays a name that somebody else changed beside the one just typed', async () => {
    await page.signIn('organizer')
    const { user } = await page.open(`/organizations?node=${page.bureau.branchB.id}`, WIDE)
    const shown = within(await card('乙支部'))
    await user.click(await shown.findByRole('button', { name: t.actions.change }))
    const drawer = await screen.findByRole('dialog')
    const name = within(drawer).getByLabelText(t.fields.name)
    await user.clear(name)
    await user.type(name, '第二支部')
    const { organizer } = page.bureau.tokens
    const theirs = await page.api.call(organizer, organizationsContract.change, {
      params: { id: page.bureau.branchB.id },
      body: { name: '乙一支部', fullName: '中共测试局乙一支部' },
      version: 1,
    })
    expect(theirs.status).toBe(200)
    await user.click(within(drawer).getByRole('button', { name: t.change.submit }))
    const merge = await screen.findByRole('dialog', { name: zh.ui.merge.title })
    expect(within(merge).getByText('乙一支部')).toBeTruthy()
    await user.click(within(merge).getByRole('button', { name: zh.ui.merge.allMine }))
    await user.click(within(merge).getByRole('radio', { name: /中共测试局乙一支部/ }))
    await user.click(within(merge).getByRole('button', { name: zh.ui.merge.apply }))
    expect(await card('第二支部')).toBeTruthy()
    expect(await screen.findByText('中共测试局乙一支部')).toBeTruthy()
  })
})

it('a closed organization says when and why it was closed', async () => {
  const { db } = page.api.world
  const parent = page.bureau.committee
  const { id } = await addOrganization(db, { kind: 'branch', name: '撤并支部', parent })
  await page.api.call(page.bureau.tokens.organizer, organizationsContract.close, {
    params: { id },
    body: { on: '2026-11-20', reason: '机构改革，党员并入甲支部' },
    version: 1,
  })
  await page.signIn('organizer')
  const { user, router } = await page.open('/organizations', WIDE)
  await row(/甲支部/)
  expect(screen.queryByRole('treeitem', { name: /撤并支部/ })).toBeNull()
  // It can be looked for, and stands in the tree with its day.
  await user.click(screen.getByRole('checkbox', { name: t.withClosed }))
  expect((await row(/撤并支部/)).textContent).toContain(t.closedOn('2026-11-20'))
  await user.type(screen.getByRole('combobox', { name: t.searchLabel }), '撤并')
  await user.click(await screen.findByRole('option', { name: /撤并支部.*2026-11-20/ }))
  await waitFor(() => expect(router.state.location.search).toContain(id))
  // The card that stood there before has a history too.
  const card = within(await screen.findByRole('complementary', { name: '撤并支部' }))
  const history = within(await card.findByRole('list', { name: t.history }))
  expect(await history.findByText('机构改革，党员并入甲支部')).toBeDefined()
  expect(history.getByText(t.historyOf.closed)).toBeDefined()
})

it('a link to a closed organization opens the tree with it', async () => {
  const parent = page.bureau.committee
  const { id } = await addOrganization(page.api.world.db, {
    kind: 'branch',
    name: '撤并支部',
    parent,
  })
  await page.api.world.db
    .updateTable('organization')
    .set({ closed_on: '2026-11-20' })
    .where('id', '=', id)
    .execute()
  await page.signIn('organizer')
  await page.open(paths.organizations({ node: id }), WIDE)
  expect((await row(/撤并支部/)).getAttribute('aria-selected')).toBe('true')
  expect(screen.getByRole('checkbox', { name: t.withClosed, checked: true })).toBeDefined()
})

it('a term that was entered wrongly is put right with the reason, and shows what it was', async () => {
  const { branchA, tokens } = page.bureau
  await page.api.call(tokens.organizer, organizationsContract.startTerm, {
    params: { id: branchA.id },
    body: { startedOn: '2025-03-01', years: 3 },
  })
  await page.signIn('organizer')
  const { user } = await page.open(`/organizations?node=${branchA.id}`, WIDE)
  await user.click(
    await within(await card('甲支部')).findByRole('button', { name: t.actions.correctTerm }),
  )
  const form = within(await screen.findByRole('dialog', { name: t.correctTerm.title('甲支部') }))
  // Somebody is faster: the form says so, keeps what was typed, and goes on over what is there now.
  await page.api.world.db.updateTable('term').set({ version: 7 }).execute()
  const began = await form.findByLabelText(t.startTerm.startedOn)
  expect(began.getAttribute('max')).toBe('2026-11-23')
  await user.clear(began)
  await user.type(began, '2023-03-01')
  await user.type(form.getByLabelText(t.correctTerm.reason), '录入笔误')
  await user.click(form.getByRole('button', { name: t.correctTerm.submit }))
  expect(await form.findByText(t.move.conflict)).toBeDefined()
  await user.click(form.getByRole('button', { name: t.correctTerm.submit }))
  const said = t.term.correctedFrom('2025年3月1日', '2028年2月29日', '录入笔误')
  expect((await screen.findByText(new RegExp(said))).textContent).toContain('organizer')
})
