import { configure, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const t = zh.organizations
const page = screenApi()
const WIDE = 1440
// Two busy cores and a real database.
configure({ asyncUtilTimeout: 6000 })

const card = (name: string) => screen.findByRole('complementary', { name })

describe('an election', () => {
  it('records an election with who held a post before, and takes a wrong entry back', async () => {
    const { branchA, inA1, tokens } = page.bureau
    const appoint = (post: 'secretary' | 'organization-officer', at: number) =>
      page.api.call(tokens.organizer, organizationsContract.appoint, {
        params: { id: branchA.id },
        body: { memberId: inA1[at] as MemberId, post, startedOn: '2024-01-10' },
      })
    await appoint('secretary', 0)
    await appoint('organization-officer', 1)
    await page.signIn('organizer')
    const { user } = await page.open(`/organizations?node=${branchA.id}`, WIDE)
    await user.click(
      await within(await card('甲支部')).findByRole('button', { name: t.actions.startFirstTerm }),
    )
    const drawer = within(await screen.findByRole('dialog'))
    expect(await drawer.findByText(t.startTerm.nobodyLeaves)).toBeTruthy()
    const first = await drawer.findByRole('combobox', { name: /第 1 人/ })
    expect(first).toHaveProperty('value', '张伟')
    await user.clear(first)
    await user.type(first, '欧阳')
    await user.click(await screen.findByRole('option', { name: /欧阳娜娜/ }))
    const gone = t.startTerm.leaver('张伟', t.posts.secretary)
    expect(await drawer.findByText(t.startTerm.leaving(gone))).toBeTruthy()
    await user.click(drawer.getByRole('button', { name: t.startTerm.submit }))
    await waitFor(() => expect(page.of(organizationsContract.startTerm)[0]?.status).toBe(200))
    expect(page.of(organizationsContract.startTerm)[0]?.body).toMatchObject({
      meetingId: null,
      committee: [
        { post: 'secretary', memberId: inA1[2] },
        { post: 'organization-officer', memberId: inA1[1] },
      ],
    })

    const shown = within(await card('甲支部'))
    expect(await shown.findByRole('link', { name: '欧阳娜娜' })).toBeTruthy()
    const [withdraw] = await shown.findAllByRole('button', { name: t.actions.withdrawPost })
    if (withdraw) await user.click(withdraw)
    const asked = within(await screen.findByRole('dialog'))
    await user.type(await asked.findByLabelText(t.withdrawPost.reason), '登记错人')
    await user.click(asked.getByRole('button', { name: t.actions.withdrawPost }))
    await waitFor(() => expect(shown.queryByRole('link', { name: '欧阳娜娜' })).toBeNull())
  })

  it('lays whoever was appointed meanwhile among the elected instead of ending that post', async () => {
    const { branchA, inA1, tokens } = page.bureau
    const appoint = (post: 'secretary' | 'publicity-officer', at: number) =>
      page.api.call(tokens.organizer, organizationsContract.appoint, {
        params: { id: branchA.id },
        body: { memberId: inA1[at] as MemberId, post, startedOn: '2024-01-10' },
      })
    await appoint('secretary', 0)
    await page.signIn('organizer')
    const { user } = await page.open(`/organizations?node=${branchA.id}`, WIDE)
    await user.click(
      await within(await card('甲支部')).findByRole('button', { name: t.actions.startFirstTerm }),
    )
    const drawer = within(await screen.findByRole('dialog'))
    await drawer.findByRole('combobox', { name: /第 1 人/ })
    // Of nobody, or a line that is half filled: said at its place, and nothing is sent.
    const submit = drawer.getByRole('button', { name: new RegExp(`${t.startTerm.submit}$`) })
    await user.click(drawer.getByRole('button', { name: t.startTerm.removeSeat(1) }))
    await user.click(submit)
    expect(await drawer.findByText('请填写当选的班子成员')).toBeTruthy()
    await user.click(drawer.getByRole('button', { name: t.startTerm.addSeat }))
    await user.type(drawer.getByRole('combobox', { name: /第 1 人/ }), '张伟')
    await user.click(await screen.findByRole('option', { name: /张伟/ }))
    await user.click(submit)
    expect(await drawer.findByText(zh.common.form.required)).toBeTruthy()
    expect(page.of(organizationsContract.startTerm)).toEqual([])
    await user.click(drawer.getByRole('combobox', { name: t.appoint.post }))
    await user.click(await screen.findByTitle(t.posts['deputy-secretary']))

    // The draft knows whom it was drawn up from, also when it is opened on another day.
    await drawer.findByText(/草稿已存于本机/)
    page.leave()
    await appoint('publicity-officer', 1)
    const again = await page.open(`/organizations?node=${branchA.id}`, WIDE)
    await again.user.click(
      await within(await card('甲支部')).findByRole('button', { name: t.actions.startFirstTerm }),
    )
    const restored = within(await screen.findByRole('dialog'))
    const send = restored.getByRole('button', { name: new RegExp(`${t.startTerm.submit}$`) })
    await again.user.click(send)
    expect(await restored.findByText(/新登记了 王芳 的职务/)).toBeTruthy()
    const second = await restored.findByRole('combobox', { name: /第 2 人/ })
    expect(second).toHaveProperty('value', '王芳')
    expect(page.of(organizationsContract.startTerm).map(({ status }) => status)).toEqual([412])
    await again.user.click(send)
    const shown = within(await card('甲支部'))
    await waitFor(() => expect(page.of(organizationsContract.startTerm)[1]?.status).toBe(200))
    expect(await shown.findByRole('link', { name: '王芳' })).toBeTruthy()
  })
})
