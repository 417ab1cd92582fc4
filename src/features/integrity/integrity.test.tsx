import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { paths } from '#lib/paths.ts'
import { addTalk } from '#tests/support/integrityRecords.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()

const talk = (secret: string) =>
  addTalk(page.api.world.db, {
    at: page.bureau.groupA1,
    talkee: page.bureau.inA1[1] ?? '',
    talker: page.bureau.inA1[0] ?? '',
    secret,
  })

test('a leader sees coverage and that the talks are too few to be told, and nobody’s name', async () => {
  await page.signIn('leader')
  await talk('甲乙丙')
  const { user } = await page.open(paths.integrity())
  expect(await screen.findByText('0 / 15 人')).toBeDefined()
  expect(screen.getByText('少于 3 次，或为防止推算而不单列')).toBeDefined()
  await user.click(screen.getByRole('link', { name: '谈话' }))
  expect(await screen.findByText('没有您能看到的谈话记录')).toBeDefined()
  expect(document.body.textContent).not.toContain('甲乙丙')
  expect(screen.queryByRole('button', { name: '登记谈话' })).toBeNull()
})

test('the person talked to opens the own record, and one who is not gets the refusal of a missing one', async () => {
  await page.signIn('member')
  const { talk: id } = await talk('甲乙丙')
  const { user } = await page.open(paths.integrity({ view: 'talks' }))
  await user.click(await screen.findByRole('link', { name: /甲乙丙对象/ }))
  expect(await screen.findByText('甲乙丙要点')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '确认记录' }))
  const dialog = await screen.findByRole('alertdialog', { name: '确认这条谈话记录？' })
  await user.click(within(dialog).getByRole('button', { name: '确认记录' }))
  expect(await screen.findByText('本人已于 2026-11-23 确认')).toBeDefined()
  expect(page.of(talksContract.acknowledge)[0]?.status).toBe(200)

  page.leave()
  await page.signIn('branch-secretary')
  await page.open(paths.integrity({ view: 'talks', open: id }))
  expect(await screen.findByText('没有找到，或不在您的管理范围内')).toBeDefined()
})

test('a secretary checks an item off with evidence', async () => {
  await page.signIn('branch-secretary')
  const { branchA, inA1 } = page.bureau
  const [owner] = inA1
  if (!owner) throw new Error('nobody')
  await page.api.call(page.bureau.tokens.discipline, integrityContract.createResponsibility, {
    body: {
      organizationId: branchA.id,
      year: 2026,
      layer: 'section-head',
      title: '岗位风险排查',
      ownerId: owner,
      dueOn: '2026-11-01',
    },
  })
  const { user } = await page.open(paths.integrity({ view: 'responsibilities' }))
  expect(await screen.findByText('岗位风险排查')).toBeDefined()
  expect(screen.getAllByText('已逾期').length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: '登记落实' }))
  await user.type(await screen.findByLabelText('落实佐证'), '风险点清单已公示')
  const buttons = screen.getAllByRole('button', { name: '登记落实' })
  const last = buttons.at(-1)
  if (last) await user.click(last)
  expect(await screen.findByText(/风险点清单已公示/)).toBeDefined()
  expect(page.of(integrityContract.checkResponsibility)[0]?.body).toEqual({
    doneOn: '2026-11-23',
    evidence: '风险点清单已公示',
  })
})
