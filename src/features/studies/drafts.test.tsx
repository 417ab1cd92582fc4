import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { studiesContract } from '#domain/studies.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { aStudy } from '#tests/support/studies.ts'

const api = screenApi()
const t = zh.ui.draft
const topic = () => screen.findByLabelText<HTMLInputElement>(zh.studies.fields.topic)
const kept = () => screen.findByText(/草稿已存于本机 \d\d:\d\d/)
const openNew = () => api.open(`${paths.studies()}?form=new`)

test('what is typed of an activity survives a reload, with who came, and is dropped when it is sent', async () => {
  await api.signIn('branch-secretary')
  const first = await openNew()
  await first.user.type(await topic(), '窗口服务规范')
  await first.user.click(screen.getByRole('button', { name: '培训' }))
  await first.user.click(screen.getByRole('button', { name: '加入该组织全部党员' }))
  await first.user.click(await screen.findByRole('checkbox', { name: '王芳到会' }))
  await kept()
  expect(JSON.stringify([...api.store.records.values()])).not.toContain('窗口服务规范')
  api.leave()

  const { user } = await openNew()
  expect((await topic()).value).toBe('窗口服务规范')
  expect(screen.getByText(/已恢复 .* 存于本机的草稿/)).toBeDefined()
  expect(screen.getByText('名单 10 人，到会 9 人')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '登记并办结' }))
  expect(await screen.findByText('已办结，学时已计入')).toBeDefined()
  await waitFor(() => expect(api.store.records.size).toBe(0))
})

test('a closed window keeps it and says so; given up, it can be taken back', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openNew()
  await user.type(await topic(), '业务讲解')
  await kept()
  await user.click(screen.getByRole('button', { name: zh.ui.cancel }))
  expect(await screen.findByText(t.closed)).toBeDefined()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click((await screen.findAllByRole('button', { name: '记一次学习' }))[0] as Element)
  expect((await topic()).value).toBe('业务讲解')
  await user.click(screen.getByRole('button', { name: t.discard }))
  await waitFor(async () => expect((await topic()).value).toBe(''))
  await waitFor(() => expect(api.store.records.size).toBe(0))
  await user.click(await screen.findByRole('button', { name: t.undo }))
  await waitFor(async () => expect((await topic()).value).toBe('业务讲解'))
})

test('what was wrong is told until it is corrected or given up, not until the next press', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openNew()
  await user.clear(await screen.findByLabelText(zh.studies.fields.minutes))
  await user.click(screen.getByRole('button', { name: zh.studies.form.submits.close }))
  const wrong = (label: string) =>
    screen.getByLabelText(label).getAttribute('aria-invalid') === 'true'
  const { topic: name, minutes } = zh.studies.fields
  await waitFor(() => expect([wrong(name), wrong(minutes)]).toEqual([true, true]))
  await user.type(await topic(), '业务讲解')
  expect([wrong(name), wrong(minutes)]).toEqual([false, true])
  const above = () => document.querySelector('.sc-alert-line')?.textContent
  expect(above()).toBe('时长至少 1 分钟')
  await kept()
  await user.click(screen.getByRole('button', { name: zh.ui.cancel }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click((await screen.findAllByRole('button', { name: '记一次学习' }))[0] as Element)
  await user.clear(await topic())
  await user.click(screen.getByRole('button', { name: zh.studies.form.submits.close }))
  await waitFor(() => expect([wrong(name), wrong(minutes)]).toEqual([true, true]))
  // Given up, and taken back: neither is what was sent.
  await user.click(screen.getByRole('button', { name: t.discard }))
  await waitFor(() => expect([wrong(name), wrong(minutes)]).toEqual([false, false]))
  expect(above()).toBeUndefined()
})

test('a form in which nothing was typed keeps nothing, nor one typed back to nothing', async () => {
  await api.signIn('branch-secretary')
  const { user } = await openNew()
  await user.type(await topic(), '甲')
  await kept()
  await user.clear(await topic())
  await waitFor(() => expect(api.store.records.size).toBe(0))
  api.leave()
  await openNew()
  expect((await topic()).value).toBe('')
  expect(screen.queryByText(/已恢复/)).toBeNull()
})

test('a draft typed upon an older version does not overwrite what another saved since', async () => {
  const { tokens, branchA, inA1 } = api.bureau
  const token = tokens['branch-secretary']
  const body = aStudy(branchA, inA1, { advance: 'hold', lecturerName: '专家' })
  const { id, version } = (await api.api.call(token, studiesContract.create, { body })).body
  await api.signIn('branch-secretary')
  const first = await api.open(paths.study(id))
  await first.user.click(await screen.findByRole('button', { name: zh.studies.actions.edit }))
  await first.user.type(await topic(), '（我的）')
  await kept()
  api.leave()
  const { organizationId: _, ...rest } = body
  await api.api.call(token, studiesContract.change, {
    params: { id },
    version,
    body: { ...rest, topic: '别人改的主题' },
  })

  const { user } = await api.open(paths.study(id))
  await user.click(await screen.findByRole('button', { name: zh.studies.actions.edit }))
  expect((await topic()).value).toBe('窗口服务规范培训（我的）')
  await user.click(screen.getByRole('button', { name: zh.studies.form.submits.hold }))
  expect(await screen.findByText(zh.studies.form.conflict)).toBeDefined()
  const now = await api.api.call(token, studiesContract.show, { params: { id } })
  expect(now.body.topic).toBe('别人改的主题')
})
