import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()
const t = zh.services.stars

/** 王芳's ten hours and the certificate that the secretary issued of them. */
async function certified() {
  const { tokens, inA1 } = page.bureau
  const { id } = (
    await page.api.call(tokens.member, servicesContract.create, {
      body: {
        kind: 'outreach',
        servedOn: '2026-11-20',
        visits: 3,
        minutes: 600,
        isVolunteer: true,
      },
    })
  ).body
  const secretary = tokens['branch-secretary']
  await page.api.call(secretary, servicesContract.confirm, { params: { id }, version: 1 })
  return (
    await page.api.call(secretary, servicesContract.certify, {
      body: { memberId: inA1[1] as MemberId, from: '2026-01-01', to: '2026-11-23' },
    })
  ).body
}
test('a member revokes the own certificate; list, sheet and check say so with the day and the reason', async () => {
  const { id, number } = await certified()
  await page.signIn('member')
  const { user } = await page.open(paths.serviceStars())
  await user.click(await screen.findByRole('button', { name: t.revoke }))
  const drawer = await screen.findByRole('dialog', { name: t.revokeTitle(number) })
  await user.type(within(drawer).getByLabelText(t.revokeReason), '有误')
  await user.click(within(drawer).getByRole('button', { name: t.revoke }))
  expect(await within(drawer).findByText('请写明撤销原因，至少 5 个字')).toBeDefined()
  await user.type(within(drawer).getByLabelText(t.revokeReason), '，重新出具')
  await user.click(within(drawer).getByRole('button', { name: t.revoke }))
  const said = t.revoked('2026年11月23日', '有误，重新出具')
  expect(await screen.findByText(said)).toBeDefined()
  const again = screen.getByRole('button', { name: t.revoke })
  expect(again.getAttribute('aria-disabled')).toBe('true')
  await user.type(screen.getByLabelText(zh.common.certificate.number), number)
  await user.type(screen.getByLabelText(zh.common.certificate.name), '王芳')
  await user.click(screen.getByRole('button', { name: zh.common.certificate.checkButton }))
  expect(await screen.findByText(zh.common.certificate.genuine)).toBeDefined()
  expect(screen.getAllByText(said)).toHaveLength(2)
  page.leave()

  await page.open(paths.serviceCertificate(id))
  const sheet = await screen.findByRole('article')
  expect(within(sheet).getByText(said)).toBeDefined()
})

test('who only looks finds it locked, with the reason', async () => {
  const { number } = await certified()
  await page.signIn('leader')
  const { user } = await page.open(paths.serviceStars())
  await user.type(await screen.findByRole('combobox', { name: t.person }), '王芳')
  await user.click(await screen.findByRole('option', { name: /王芳/ }))
  const revoke = await screen.findByRole('button', { name: t.revoke })
  // The sheet leads back to the one that was chosen.
  await user.click(screen.getByRole('link', { name: number }))
  await user.click(await screen.findByRole('link', { name: zh.services.certificates }))
  expect(await screen.findByRole('button', { name: t.revoke })).toBeDefined()
  expect(screen.getByRole('combobox', { name: t.person })).toHaveProperty('value', '王芳')
  expect(revoke.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getAllByText(t.needRevoke).length).toBeGreaterThan(0)
})

test('the hours of all years open the records that they come from', async () => {
  await certified()
  await page.signIn('member')
  const { user } = await page.open(paths.serviceStars())
  await user.click(await screen.findByRole('link', { name: zh.services.hours('10') }))
  await screen.findByText(/^共 3 人次，10 小时/)
  const { query } = page.of(servicesContract.list).at(-1) ?? {}
  expect(query?.get('year')).toBeNull()
  expect([query?.get('volunteer'), query?.getAll('states')]).toEqual(['true', ['confirmed']])
})
