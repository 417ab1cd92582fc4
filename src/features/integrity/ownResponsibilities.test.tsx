import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { integrityContract } from '#domain/integrity.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()

test('who answers for an item hands in its evidence from the workbench; who records returns or checks it', async () => {
  const { api, bureau } = page
  await api.call(bureau.tokens['branch-secretary'], integrityContract.createResponsibility, {
    body: {
      organizationId: bureau.branchA.id,
      year: 2026,
      layer: 'section-head',
      title: '排查窗口岗位廉政风险',
      ownerId: bureau.inA1[1] as MemberId,
      dueOn: '2026-12-01',
    },
  })
  await page.signIn('member')
  const own = await page.open('/', 390)
  const group = await screen.findByRole('region', { name: /^我的责任事项/ })
  await own.user.click(within(group).getByRole('link', { name: '排查窗口岗位廉政风险' }))
  await own.user.click(await screen.findByRole('button', { name: '提交佐证' }))
  const form = await screen.findByRole('dialog', { name: '提交佐证：排查窗口岗位廉政风险' })
  await own.user.type(within(form).getByRole('textbox', { name: /^落实佐证/ }), '排查表 2026-11')
  await own.user.click(within(form).getByRole('button', { name: '提交佐证' }))
  // Handed in, it is no longer among what is to be done.
  expect(await screen.findByText('没有符合条件的记录')).toBeDefined()
  page.leave()

  await page.signIn('branch-secretary')
  const office = await page.open(
    paths.integrity({ view: 'responsibilities', due: 'true', any: 'true' }),
  )
  expect(await screen.findByText(/排查表 2026-11 .*提交，待核实/)).toBeDefined()
  await office.user.click(screen.getByRole('button', { name: '退回' }))
  const reason = await screen.findByRole('dialog', { name: /^退回佐证/ })
  await office.user.type(within(reason).getByRole('textbox', { name: /^退回原因/ }), '缺少签字')
  await office.user.click(within(reason).getByRole('button', { name: '退回' }))
  expect(await screen.findByText(/佐证已退回：缺少签字/)).toBeDefined()
  await office.user.click(screen.getByRole('button', { name: '经过' }))
  const history = await screen.findByRole('list', { name: '经过' })
  expect(within(history).getAllByRole('listitem')).toHaveLength(2)
  expect(within(history).getByText(/^member · 2026-\d\d-\d\d · 排查表 2026-11$/)).toBeDefined()
  page.leave()

  // What was handed in is still there to be mended.
  await page.signIn('member')
  const again = await page.open(paths.integrity({ view: 'own' }))
  await again.user.click(await screen.findByRole('button', { name: '提交佐证' }))
  expect(await screen.findByDisplayValue('排查表 2026-11')).toBeDefined()
})

test('who answers for an item and records too cannot verify it, and is told why', async () => {
  const { api, bureau } = page
  const secretary = bureau.tokens['branch-secretary']
  const { body: item } = await api.call(secretary, integrityContract.createResponsibility, {
    body: {
      organizationId: bureau.branchA.id,
      year: 2026,
      layer: 'section-head',
      title: '年终作风自查',
      ownerId: bureau.inA2[0] as MemberId,
      dueOn: '2026-12-01',
    },
  })
  await api.call(secretary, integrityContract.reportResponsibility, {
    params: { id: item.id },
    version: item.version,
    body: { doneOn: '2026-11-20', evidence: '自查报告' },
  })
  await page.signIn('branch-secretary')
  await page.open(paths.integrity({ view: 'responsibilities', any: 'true' }))
  for (const name of ['核实', '退回'])
    expect(await screen.findByRole('button', { name })).toHaveProperty('ariaDisabled', 'true')
  expect(screen.getByRole('button', { name: '修改佐证' })).toHaveProperty('ariaDisabled', null)
})
