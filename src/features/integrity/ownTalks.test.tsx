import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { talksContract } from '#domain/integrity.contract.ts'
import { paths } from '#lib/paths.ts'
import { addTalk, firstSecretaryOf } from '#tests/support/integrityRecords.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const page = screenApi()

const talk = (talkee: string | undefined, secret = '甲乙丙') =>
  addTalk(page.api.world.db, {
    at: page.bureau.groupA1,
    talkee: talkee ?? '',
    talker: page.bureau.inA1[0] ?? '',
    secret,
  })

test('whoever was talked to is told that the record waits, not what it was about, and confirms it', async () => {
  const [, own, other] = page.bureau.inA1
  await talk(own)
  await talk(other, '丁戊己')
  await page.signIn('member')
  const { user } = await page.open('/', 390)
  const group = await screen.findByRole('region', { name: /^待我确认的谈话记录/ })
  const [line, ...more] = within(group).getAllByRole('listitem')
  expect(more).toEqual([])
  expect(line?.textContent).toMatch(/^谈话记录 .*谈话人/)
  expect(line?.textContent).not.toMatch(/廉政谈话|提醒谈话|要点|原因/)
  await user.click(within(group).getByRole('link'))
  await user.click(await screen.findByRole('button', { name: '确认记录' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: '确认记录' }))
  expect(await screen.findByText('本人已于2026年11月23日确认')).toBeDefined()
  page.leave()

  await page.signIn('member')
  await page.open('/', 390)
  expect(await screen.findByRole('region', { name: /年度参会/ })).toBeDefined()
  expect(screen.queryByRole('region', { name: /谈话记录/ })).toBeNull()
})

test('党委书记 looks at the talks and what follows from them where the scope says', async () => {
  const { bureau, api } = page
  await talk(bureau.inA1[1])
  bureau.tokens.leader = await firstSecretaryOf(api.world.db, bureau)
  await page.signIn('leader')
  const at = (view: string, scope: string) => `${paths.integrity({ view })}&scope=${scope}`
  await page.open(at('talks', bureau.groupA1.id))
  expect(await screen.findByRole('link', { name: /甲乙丙对象/ })).toBeDefined()
  page.leave()
  await page.open(at('talks', bureau.branchB.id))
  expect(await screen.findByText('没有您能看到的谈话记录')).toBeDefined()
  page.leave()
  await page.open(at('followUps', bureau.groupA1.id))
  expect((await screen.findAllByRole('link', { name: '谈话后续' })).length).toBe(1)
  await waitFor(() => expect(page.of(talksContract.followUps)[0]?.status).toBe(200))
})

test('纪检委员 finds the talks that nobody confirmed in time, from the workbench on', async () => {
  const { bureau } = page
  await talk(bureau.inA1[1])
  await page.signIn('discipline')
  const { user, router } = await page.open('/')
  const group = await screen.findByRole('region', { name: /^逾期未确认的谈话/ })
  expect(group.textContent).not.toMatch(/廉政谈话|提醒谈话|要点|原因/)
  await user.click(within(group).getByRole('link', { name: /，全部 1 项$/ }))
  expect(router.state.location.search).toContain('unconfirmed=late')
  const waits = await screen.findByLabelText<HTMLSelectElement>('本人确认')
  expect(waits.selectedOptions[0]?.textContent).toBe('逾期未确认')
  expect(await screen.findByText('逾期未确认', { selector: 'td *' })).toBeDefined()
})

test('what narrows the talks is seen and can be taken away, also by whom no field asks for it', async () => {
  const { inA1 } = page.bureau
  const asks = (name: string) => page.of(talksContract.list).at(-1)?.query.get(name)
  await talk(inA1[1])
  await page.signIn('member')
  const { user } = await page.open(paths.integrity({ view: 'talks', unconfirmed: 'late' }), 1440)
  await user.click(await screen.findByRole('button', { name: /^逾期未确认/ }))
  await waitFor(() => expect(asks('unconfirmed')).toBeNull())
  page.leave()

  await page.signIn('discipline')
  const second = await page.open(paths.integrity({ view: 'talks', awaiting: 'true' }), 1440)
  await second.user.click(await screen.findByRole('button', { name: /^只看待我确认的/ }))
  await waitFor(() => expect(asks('awaiting')).toBeNull())
})
