import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honourClassesContract, honoursContract } from '#domain/honours.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { paths } from '#lib/paths.ts'
import { addHolidays, campaignSteps, citation, onNotice } from '#tests/support/honours.ts'
import { pictures, pngOf } from '#tests/support/pictures.ts'
import { screenApi } from '#tests/support/screenApi.tsx'

const api = screenApi()
beforeEach(() => addHolidays(api.api.world.db))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
const person = (index: number) => api.bureau.inA1[index] as MemberId

test('a secretary nominates; who cannot be is shown in the picker with the article', async () => {
  const { create, resolved } = campaignSteps(api.api, api.bureau)
  const { id } = await create()
  await resolved()
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: '推荐' }))
  const drawer = await screen.findByRole('dialog')
  const barred = (await within(drawer).findByText('赵新 不是正式党员')).closest('li')
  if (!barred) throw new Error('not listed')
  expect(within(barred).getByText('中国共产党党内功勋荣誉表彰条例 第十六条')).toBeDefined()
  expect(within(barred).getByRole('radio')).toHaveProperty('disabled', true)
  await user.click(within(drawer).getByRole('radio', { name: /^张伟/ }))
  await user.click(within(drawer).getByRole('combobox', { name: '依据的会议决议' }))
  await user.click(
    await screen.findByText('2026-11-10 同意推荐', { selector: '.ant-select-item-option-content' }),
  )
  await user.type(within(drawer).getByRole('textbox', { name: /^事迹/ }), citation)
  await user.click(within(drawer).getByRole('button', { name: '推荐' }))
  expect(await screen.findByText('已推荐张伟')).toBeDefined()
  expect(api.of(campaignsContract.nominate)[0]?.body).toMatchObject({
    organizationId: api.bureau.branchA.id,
    memberId: person(0),
    resolution: 0,
  })
  // What belongs to the committee is there, disabled with the reason.
  expect(screen.getByRole('button', { name: '登记审定' }).getAttribute('aria-disabled')).toBe(
    'true',
  )
})

test('of a branch, too, it is said before anything is typed whether it can be nominated', async () => {
  const { create } = campaignSteps(api.api, api.bureau)
  const { id } = await create({ classCode: 'advanced-branch', title: '先进党支部评选' })
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.campaign(id))
  await user.click(await screen.findByRole('button', { name: '推荐' }))
  expect(await screen.findByText('甲支部 是在册党支部')).toBeDefined()
})

test('the decision waits with its reason while an objection is open, and is free once it is answered', async () => {
  const { id, show } = await onNotice(api.api, api.bureau, [person(0)])
  const [nomination] = (await show(id)).nominations
  await api.api.call(api.bureau.tokens.organizer, campaignsContract.object, {
    params: { id },
    body: { nominationId: nomination?.id ?? '', raisedOn: '2026-11-18', text: '事迹与实际不符' },
  })
  await api.signIn('organizer')
  const { user } = await api.open(paths.campaign(id))
  expect(await screen.findByText('公示已于2026年11月20日期满')).toBeDefined()
  const decide = () => screen.getByRole('button', { name: '登记决定' })
  expect(decide().getAttribute('aria-disabled')).toBe('true')
  // Among the conditions, and at the button.
  expect(screen.getAllByText('还有 1 件异议没有答复')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: '答复' }))
  const drawer = await screen.findByRole('dialog')
  await user.type(within(drawer).getByLabelText('核查情况和答复'), '经查属实，异议不成立')
  await user.click(within(drawer).getByRole('button', { name: '答复' }))
  expect(await screen.findByText('没有未答复的异议')).toBeDefined()
  expect(decide().getAttribute('aria-disabled')).toBeNull()
})

test('the board shows what is valid; a revoked honour leaves it and stays in the record', async () => {
  const { id, decide } = await onNotice(api.api, api.bureau, [person(0), person(1)])
  await decide(id, '2026-11-23')
  await api.signIn('organizer')
  const { user } = await api.open(paths.honourBoard())
  expect(await screen.findByRole('heading', { name: /优秀共产党员/ })).toBeDefined()
  expect(screen.getByRole('link', { name: '2 项' })).toBeDefined()
  await user.click(screen.getByRole('button', { name: '查看张伟的荣誉' }))
  await user.click(await screen.findByRole('button', { name: '撤销荣誉' }))
  const drawer = await screen.findByRole('dialog', { name: '撤销：张伟' })
  await user.type(within(drawer).getByLabelText('撤销原因'), '事迹材料弄虚作假')
  await user.type(within(drawer).getByLabelText('决定文号'), '机党〔2026〕31号')
  await user.click(within(drawer).getByRole('button', { name: '撤销荣誉' }))
  expect(await screen.findByText('已撤销，记录留存')).toBeDefined()
  expect(await screen.findByRole('link', { name: '1 项' })).toBeDefined()
  expect(api.of(honoursContract.revoke)).toHaveLength(1)

  api.leave()
  await api.open(paths.honourRecords({ states: 'revoked' }))
  expect(await screen.findByText('张伟')).toBeDefined()
  expect(screen.getByText('其中有效和已到期 0 项，已撤销的不计')).toBeDefined()
})

test('the show covers the screen, turns by key and closes with Esc', async () => {
  const { id, decide } = await onNotice(api.api, api.bureau, [person(0)])
  await decide(id, '2026-11-23')
  await api.signIn('leader')
  const { user } = await api.open(paths.honourBoard({ show: 'true' }))
  const show = await screen.findByRole('dialog', { name: '荣誉榜' })
  expect(within(show).getByText('张伟')).toBeDefined()
  expect(within(show).getByText('1 / 1')).toBeDefined()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog', { name: '荣誉榜' })).toBeNull())
})

test('a year whose days off are missing says so and can be entered line by line', async () => {
  await api.signIn('organizer')
  const { user } = await api.open('/honour-settings?year=2027')
  expect(await screen.findByText(/2027 年的放假安排还没有录入/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: '录入或修改' }))
  const drawer = await screen.findByRole('dialog')
  await user.type(within(drawer).getByLabelText('依据'), '国办发明电〔2026〕8号')
  const lines = within(drawer).getByRole('textbox', { name: /^放假和调休/ })
  await user.type(lines, '2027-01-01 放假 元旦{Enter}一月二日')
  await user.click(within(drawer).getByRole('button', { name: '录入或修改' }))
  expect(
    await within(drawer).findByText('第 2 行看不懂，应为：日期（或日期 至 日期） 放假或上班 名称'),
  ).toBeDefined()
  await user.clear(lines)
  await user.type(lines, '2027-01-01 放假 元旦')
  await user.click(within(drawer).getByRole('button', { name: '录入或修改' }))
  expect(await screen.findByText(/国办发明电〔2026〕8号/)).toBeDefined()
})

/** What a browser does with a picture and jsdom does not: reads it and draws it anew. */
function drawing() {
  const nothing = () => undefined
  vi.stubGlobal('createImageBitmap', async () => ({ width: 960, height: 640, close: nothing }))
  const context = { fillRect: nothing, drawImage: nothing }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    done,
  ) {
    const { width, height } = this
    done(fileOf(pictures.jpeg(width, height), '.jpg'))
  })
}
const fileOf = (base64: string, name: string) =>
  new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, {
    type: 'image/png',
  })

test('a portrait is made small before it is sent, hangs on the board, and is taken down again', async () => {
  const { id, decide } = await onNotice(api.api, api.bureau, [person(0)])
  await decide(id, '2026-11-23')
  drawing()
  await api.signIn('organizer')
  const { user } = await api.open(paths.honourBoard())
  await user.click(await screen.findByRole('button', { name: '查看张伟的荣誉' }))
  await user.click(await screen.findByRole('button', { name: '设置照片' }))
  const drawer = await screen.findByRole('dialog', { name: '照片：张伟' })
  const choose = within(drawer).getByLabelText('照片文件')
  await user.upload(choose, fileOf(btoa('not a picture at all, whatever its name'), '张伟.png'))
  expect(await within(drawer).findByText(/^不是可以识别的照片/)).toBeDefined()
  await user.upload(choose, fileOf(pngOf(960, 640), '张伟.png'))
  expect(await within(drawer).findByRole('img', { name: '预览' })).toBeDefined()
  await user.click(within(drawer).getByRole('button', { name: '保存照片' }))
  const [shown] = await screen.findAllByRole('img', { name: '张伟的照片' })
  expect(shown?.getAttribute('src')).toMatch(
    /\/api\/honours\/[0-9a-f-]{36}\/portrait\/[0-9a-f]{32}$/,
  )
  // 960 × 640 became 480 × 320.
  expect(api.of(honoursContract.setPortrait)[0]?.body).toEqual({ image: pictures.jpeg(480, 320) })
  await user.click(await screen.findByRole('button', { name: '移除照片' }))
  const sure = await screen.findByRole('alertdialog', { name: '移除这张照片？荣誉榜上改用姓氏。' })
  await user.click(within(sure).getByRole('button', { name: '移除照片' }))
  await waitFor(() => expect(screen.queryByRole('img', { name: '张伟的照片' })).toBeNull())
})

test('an expired honour is extended and comes back; its certificate is issued, printed and checked', async () => {
  const { id, decide } = await onNotice(api.api, api.bureau, [person(0)])
  await decide(id, '2026-11-23')
  const rename = (name: string, version: number) =>
    api.api.call(api.bureau.tokens.organizer, honourClassesContract.change, {
      params: { code: 'excellent-member' },
      version,
      body: { name },
    })
  await rename('优秀党员标兵', 0)
  await api.api.world.db
    .updateTable('honour')
    .set({ decided_on: '2026-01-05', valid_to: '2026-11-20' })
    .execute()
  await api.api.world.db
    .updateTable('installation')
    .set({ bureau_name: '测试市行政审批局' })
    .execute()
  await api.signIn('organizer')
  const { user } = await api.open(paths.honourRecords({ states: 'expired' }))
  await user.click(await screen.findByText('张伟'))
  await user.click(await screen.findByRole('button', { name: '延长有效期' }))
  const drawer = await screen.findByRole('dialog', { name: '延长有效期：张伟' })
  // A year from today is proposed, and the rule says what it does.
  expect(
    await within(drawer).findByText('已于2026年11月20日期满，延长后重新上榜，至2027年11月23日'),
  ).toBeDefined()
  await user.type(within(drawer).getByLabelText('延长原因'), '复核合格，继续保持')
  await user.type(within(drawer).getByLabelText('决定文号'), '机党〔2026〕40号')
  await user.click(within(drawer).getByRole('button', { name: '延长有效期' }))
  expect(await screen.findByText('有效期已延至2027年11月23日')).toBeDefined()
  expect(await screen.findByText(/至 2027-11-23 · 机党〔2026〕40号/)).toBeDefined()

  // Without network it says so, and can be pressed again.
  const issue = screen.getByRole('button', { name: '出具证书' })
  api.offline = true
  await user.click(issue)
  expect(await screen.findByText(/连接不上服务器，请检查网络/)).toBeDefined()
  api.offline = false
  await waitFor(() => expect(issue.getAttribute('aria-busy')).toBeNull())
  await user.click(issue)
  await user.click(await screen.findByRole('link', { name: '打开证书' }))
  expect(await screen.findByRole('heading', { name: '荣誉证书' })).toBeDefined()
  expect(screen.getByText('张伟同志：')).toBeDefined()
  // Signed by the Party organization that decided, not by the office that it belongs to.
  expect(document.querySelector('.pt-seal')?.textContent).toMatch(/^测试市行政审批局机关党委/)
  const number = /RY2026(-[0-9A-Z]{4}){3}/.exec(document.body.textContent ?? '')?.[0] ?? ''
  api.leave()
  const again = await api.open(paths.honourRecords())
  await again.user.type(await screen.findByRole('textbox', { name: '编号' }), number)
  await again.user.type(screen.getByRole('textbox', { name: '姓名或名称' }), '张伟')
  await again.user.click(screen.getByRole('button', { name: '核验' }))
  expect(await screen.findByText('编号和名称相符，内容如下')).toBeDefined()
  expect(screen.getByText(/^现在有效.有效至 2027年11月23日$/)).toBeDefined()
  api.leave()
  // The sheet says by itself that it holds no more.
  const honour = await api.api.world.db
    .updateTable('honour')
    .set({ valid_to: '2026-11-20' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await rename('先锋党员', 1)
  await api.open(paths.honourCertificate(honour.id))
  const sheet = await screen.findByRole('article')
  // Under the name that the class had when it was sealed.
  expect(within(sheet).getByText('被评为优秀党员标兵。')).toBeDefined()
  expect(within(sheet).getByText('有效期已满，有效至 2026年11月20日')).toBeDefined()
})
