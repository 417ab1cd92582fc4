import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { integrityContract } from '#domain/integrity.contract.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { addAccount } from '#tests/support/bureau.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { signInWithTwoOffices } from '#tests/support/twoOffices.ts'

const page = screenApi()

test('a page is confirmed as far as the office reaches, and a record beyond it says so', async () => {
  const { api, bureau } = page
  const { token } = await addAccount(api.world.db, {
    login: 'in-b',
    roles: [{ role: 'member', at: bureau.branchB }],
    memberId: bureau.inB[1],
  })
  const log = async (by: string) =>
    (
      await api.call(by, servicesContract.create, {
        body: { kind: 'assisted', servedOn: '2026-11-20', visits: 3 },
      })
    ).body.id
  const beyond = await log(bureau.tokens.member)
  await log(token)
  await signInWithTwoOffices(page)
  const { user } = await page.open(paths.services({ open: beyond }))
  const confirm = await screen.findByRole('button', { name: '确认' })
  expect(confirm.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getAllByText(zh.organizations.permit.outside).length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: '确认本页 1 条' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: '确认本页 1 条' }))
  expect(await screen.findByText('已确认 1 条')).toBeDefined()
})

test('an item of the 责任清单 and a follow-up of another organ cannot be checked off, and say so', async () => {
  const { api, bureau } = page
  for (const [organ, owner, name] of [
    [bureau.branchA, bureau.inA1[0], '甲支部'],
    [bureau.branchB, bureau.inB[1], '乙支部'],
  ] as const) {
    if (!owner) throw new Error('nobody')
    await api.call(bureau.tokens.discipline, integrityContract.createResponsibility, {
      body: {
        organizationId: organ.id,
        year: 2026,
        layer: 'section-head',
        title: `排查 ${name}`,
        ownerId: owner,
        dueOn: '2026-12-01',
      },
    })
  }
  await api.call(bureau.tokens.discipline, integrityContract.recordEducation, {
    body: {
      organizationId: bureau.committee.id,
      title: '警示教育大会',
      theme: '以案为鉴',
      heldOn: '2026-11-10',
      followUps: [bureau.branchA, bureau.branchB].map(({ id }) => ({
        what: '开展讨论',
        dueOn: '2026-12-01',
        placeId: id,
      })),
    },
  })
  await signInWithTwoOffices(page)
  const blocked = async (view: string, label: string) => {
    await page.open(paths.integrity({ view }))
    const buttons = await screen.findAllByRole('button', { name: label })
    const answer = buttons.map((button) => [
      /[甲乙]支部/.exec(button.closest('tr')?.textContent ?? '')?.[0],
      button.getAttribute('aria-disabled') === 'true',
    ])
    page.leave()
    return Object.fromEntries(answer)
  }
  const wanted = { 甲支部: true, 乙支部: false }
  expect(await blocked('responsibilities', '登记落实')).toEqual(wanted)
  expect(await blocked('measures', '登记完成')).toEqual(wanted)
})
