import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { aStudy } from '#tests/support/studies.ts'

const api = screenApi()

/** Saves an activity of branch 甲 that its group 甲一 attended. */
async function saved(over: Parameters<typeof aStudy>[2] = {}) {
  const { tokens, branchA, inA1 } = api.bureau
  const body = aStudy(branchA, inA1, over)
  const answer = await api.api.call(tokens['branch-secretary'], studiesContract.create, { body })
  return answer.body
}

test('an activity is recorded with the branch’s members and closed in one go', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(paths.studies())
  await user.click((await screen.findAllByRole('button', { name: '记一次学习' }))[0] as Element)
  await user.click(await screen.findByRole('button', { name: '培训' }))
  await user.type(screen.getByLabelText('主题'), '窗口服务规范')
  await user.click(screen.getByRole('button', { name: '加入该组织全部党员' }))
  await user.click(await screen.findByRole('checkbox', { name: '王芳到会' }))
  expect(screen.getByText('名单 10 人，到会 9 人')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '登记并办结' }))
  expect(await screen.findByText('已办结，学时已计入')).toBeDefined()
  expect(api.of(studiesContract.create)[0]?.body).toMatchObject({
    kind: 'training',
    topic: '窗口服务规范',
    minutes: 60,
    advance: 'close',
  })
})

test('a press on the foot of the long form leads to the field above that is wrong, each time', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(`${paths.studies()}?form=new`)
  for (const press of [1, 2]) {
    await user.click(await screen.findByLabelText('地点'))
    await user.click(screen.getByRole('button', { name: '登记并办结' }))
    await waitFor(() =>
      expect(document.activeElement, `press ${press}`).toBe(screen.getByLabelText('主题')),
    )
  }
})

test('who left early is recorded with the minutes stayed, and the record says so', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(`${paths.studies()}?form=new`)
  await user.click(await screen.findByRole('button', { name: '培训' }))
  await user.type(screen.getByLabelText('主题'), '窗口服务规范')
  await user.click(screen.getByRole('button', { name: '加入该组织全部党员' }))
  await user.click(await screen.findByRole('button', { name: '王芳部分参加' }))
  await user.type(screen.getByRole('textbox', { name: '王芳参学分钟数' }), '61')
  await user.click(screen.getByRole('button', { name: '登记并办结' }))
  expect((await screen.findAllByText('参学时长不能超过活动时长 60 分钟')).length).toBe(1)
  const field = screen.getByRole('textbox', { name: '王芳参学分钟数' })
  expect(field.getAttribute('aria-invalid')).toBe('true')
  await user.clear(field)
  await user.type(field, '20')
  await user.click(screen.getByRole('button', { name: '登记并办结' }))
  expect(await screen.findByText('已办结，学时已计入')).toBeDefined()
  const list = await api.api.call(api.bureau.tokens.leader, studiesContract.list)
  const [made] = list.body.rows
  expect(made?.personMinutes).toBe(9 * 60 + 20)
  api.leave()
  await api.open(paths.study(made?.id ?? ''))
  expect(await screen.findByText(/部分参加 20 \/ 60 分钟/)).toBeDefined()
})

test('figures of a competition are read in full-width signs, and what is none is not lost', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(`${paths.studies()}?form=new`)
  await user.click(await screen.findByRole('button', { name: '比赛竞赛' }))
  await user.type(screen.getByLabelText('主题'), '技能比武')
  await user.type(screen.getByLabelText('名册外人员'), '李老师')
  await user.click(screen.getByRole('button', { name: '加一个项目' }))
  await user.type(screen.getByLabelText('项目名称'), '笔试')
  const [first, second] = screen.getAllByLabelText('或姓名')
  const [one, two] = screen.getAllByLabelText('成绩')
  if (!first || !second || !one || !two) throw new Error('two rows at least')
  await user.type(first, '选手甲')
  await user.type(one, '９８．５')
  await user.type(second, '选手乙')
  await user.type(two, '满分')
  await user.click(screen.getByRole('radio', { name: '已举办' }))
  await user.click(screen.getByRole('button', { name: '登记举办' }))
  // Above the form and at its field, no third time.
  expect(await screen.findAllByText('成绩为数字')).toHaveLength(2)
  await user.clear(two)
  await user.type(two, '97')
  await user.click(screen.getByRole('button', { name: '登记举办' }))
  expect(await screen.findByText('已登记举办情况')).toBeDefined()
  const list = await api.api.call(api.bureau.tokens.leader, studiesContract.list)
  const made = await api.api.call(api.bureau.tokens.leader, studiesContract.show, {
    params: { id: list.body.rows[0]?.id ?? '' },
  })
  expect(made.body.events[0]?.entries.map(({ score }) => score)).toEqual([98.5, 97])
})

test('who competes stands among those who came; the sums tell guests apart', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(`${paths.studies()}?form=new`)
  await user.click(await screen.findByRole('button', { name: '比赛竞赛' }))
  await user.type(screen.getByLabelText('主题'), '技能比武')
  await user.type(screen.getByLabelText('名册外人员'), '李老师')
  await user.click(screen.getByRole('button', { name: '加一个项目' }))
  await user.type(screen.getByLabelText('项目名称'), '笔试')
  const [who] = screen.getAllByRole('combobox', { name: '党员' })
  if (!who) throw new Error('no row')
  await user.type(who, '王芳')
  await user.click(await screen.findByRole('option', { name: /王芳/ }))
  expect(await screen.findByText('名单 1 人，到会 1 人')).toBeDefined()
  const [score] = screen.getAllByLabelText('成绩')
  if (!score) throw new Error('no row')
  await user.type(score, '90')
  await user.click(screen.getByRole('button', { name: '登记并办结' }))
  expect(await screen.findByText('已办结，学时已计入')).toBeDefined()
  expect(await screen.findByText('1/1 另 1 人')).toBeDefined()
})

test('what names people of another branch says whose step it is, instead of failing when pressed', async () => {
  const { tokens, branchA, inA1, inB } = api.bureau
  await api.signIn('branch-secretary')
  const [a] = inA1
  const [b] = inB
  if (!a || !b) throw new Error('nobody')
  const { body } = await api.api.call(tokens.organizer, studiesContract.create, {
    body: aStudy(branchA, [a, b]),
  })
  await api.open(paths.study(body.id))
  const reopen = await screen.findByRole('button', { name: '重新打开' })
  expect(reopen.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('参加人员或授课人中有其他组织的党员，请由上级党务专干办理')).toBeDefined()
})

test('a guest may have come for part of it, too', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(`${paths.studies()}?form=new`)
  await user.click(await screen.findByRole('button', { name: '培训' }))
  await user.type(screen.getByLabelText('主题'), '窗口服务规范')
  await user.type(screen.getByLabelText('名册外人员'), '李老师（市委党校）、王工')
  await user.click(screen.getByRole('button', { name: '王工部分参加' }))
  await user.type(screen.getByRole('textbox', { name: '王工参学分钟数' }), '20')
  await user.click(screen.getByRole('button', { name: '登记并办结' }))
  expect(await screen.findByText('已办结，学时已计入')).toBeDefined()
  const list = await api.api.call(api.bureau.tokens.leader, studiesContract.list)
  const [made] = list.body.rows
  expect(made?.personMinutes).toBe(60 + 20)
  api.leave()
  await api.open(paths.study(made?.id ?? ''))
  expect(await screen.findByText(/部分参加 20 \/ 60 分钟/)).toBeDefined()
})

test('the hours of everybody are exported as the list is filtered', async () => {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }),
  )
  await api.signIn('branch-secretary')
  const { user } = await api.open(`${paths.studyHours()}?show=below`)
  await user.click(await screen.findByRole('button', { name: '导出' }))
  expect(await screen.findByText('已导出 党员学时-2026.csv')).toBeDefined()
  expect(api.of(studiesContract.exportHoursList)[0]?.body).toMatchObject({
    year: 2026,
    below: 'true',
  })
})

test('the list is exported as it is filtered, with the mark by which a spreadsheet reads Chinese', async () => {
  const files: Blob[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => undefined,
    }),
  )
  await api.signIn('branch-secretary')
  await saved({ kind: 'reading', topic: '读书会' })
  await saved({ topic: '窗口培训' })
  const { user } = await api.open(`${paths.studies()}?kinds=reading`)
  await user.click(await screen.findByRole('button', { name: '导出' }))
  expect(await screen.findByText('已导出 学习活动-2026-11-23.csv')).toBeDefined()
  expect(api.of(studiesContract.exportList)[0]?.body).toMatchObject({ kinds: ['reading'] })
  const bytes = new Uint8Array(await (files[0] as Blob).arrayBuffer())
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  const text = new TextDecoder().decode(bytes)
  expect(text).toContain('读书会')
  expect(text).not.toContain('窗口培训')
})

test('a refusal stands at the field and keeps what was typed', async () => {
  await api.signIn('branch-secretary')
  const { user } = await api.open(`${paths.studies()}?form=new`)
  await user.type(await screen.findByLabelText('主题'), '业务讲解')
  await user.click(screen.getByRole('button', { name: '登记并办结' }))
  expect((await screen.findAllByText(/请选择或填写授课人/)).length).toBeGreaterThan(0)
  expect(screen.getByLabelText('授课人').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByLabelText<HTMLInputElement>('主题').value).toBe('业务讲解')
})

test('what runs for days is recorded as held, and closed when it is over', async () => {
  await api.signIn('branch-secretary')
  const { id } = await saved({
    topic: '两天的培训',
    heldOn: '2026-11-23',
    endsOn: '2026-11-24',
    advance: 'plan',
  })
  const { user } = await api.open(paths.study(id))
  await user.click(await screen.findByRole('button', { name: '登记举办情况' }))
  // Not offered as closed, which the server would refuse.
  expect((await screen.findByLabelText<HTMLInputElement>('已办结')).disabled).toBe(true)
  expect(screen.getByText('还没有结束，先登记为已举办，结束后办结')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '登记举办' }))
  const close = await screen.findByRole('button', { name: '办结' })
  expect(close.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getAllByText('活动到2026年11月24日结束，结束后办结').length).toBeGreaterThan(0)
})

test('a competition shows places, and says who tied', async () => {
  await api.signIn('leader')
  const [first = '', second = '', third = ''] = api.bureau.inA1
  const entries = [
    { memberIds: [first], score: 95 },
    { memberIds: [second], score: 95 },
    { memberIds: [third], score: 90 },
  ] as never
  const { id } = await saved({
    kind: 'competition',
    topic: '政策知识竞赛',
    events: [{ name: '必答', form: 'individual', ranking: 'high-score', entries }],
  })
  await api.open(paths.study(id))
  const table = await screen.findByRole('table', { name: /必答/ })
  const rows = within(table).getAllByRole('row').slice(1)
  expect(rows.map((row) => row.textContent)).toEqual(
    ['第 1 名 并列张伟95', '第 1 名 并列王芳95', '第 3 名 单雄信90'].map((text) =>
      expect.stringContaining(text.slice(0, 6)),
    ),
  )
  expect(screen.getByRole('button', { name: '重新打开' }).getAttribute('aria-disabled')).toBe(
    'true',
  )
})

test('hours are listed in roster order with what is missing, and lead to the member', async () => {
  await api.signIn('branch-secretary')
  await saved({ minutes: 600 })
  const { user } = await api.open(paths.studyHours())
  expect(await screen.findByText(/合计 50 学时/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: '未达学时 10 人' }))
  expect(await screen.findByText('共 10 条')).toBeDefined()
  expect((await screen.findAllByText('还差 22')).length).toBe(5)
  await user.click(screen.getByLabelText('已达学时'))
  expect(await screen.findByText(/没有/)).toBeDefined()
})

test('of a year that is over, who has since moved out of reach stands there and opens nothing', async () => {
  const { inA1, branchB, tokens } = api.bureau
  const moved = await api.api.call(tokens.organizer, membersContract.changeStatus, {
    params: { id: inA1[3] ?? '' },
    body: { on: '2026-03-01', reason: '工作调动', organizationId: branchB.id },
    version: 1,
  })
  await api.signIn('branch-secretary')
  await api.open(`${paths.studyHours()}?year=2025`)
  const name = await screen.findByText(`${moved.body.name}（现不在管理范围）`)
  expect(name.closest('a')).toBeNull()
  expect(screen.getAllByRole('row')[1]?.querySelector('a')).toBeTruthy()
})
