import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { SessionView } from '#domain/session.ts'
import { setView } from '#lib/session.ts'
import { sha256 } from '#server/digest.ts'
import { SignInPage } from '#features/signin/SignInPage.tsx'
import { screenApi } from '#tests/support/screenApi.tsx'
import { SetupPage } from '#features/setup/SetupPage.tsx'

const api = screenApi()

beforeEach(async () => {
  const { db } = api.api.world
  await db.deleteFrom('assignment').execute()
  await db
    .updateTable('installation')
    .set({ demo: false, set_up_at: null, setup_code_hash: await sha256('first-run') })
    .execute()
})

const typed: Record<string, string> = {
  code: 'first-run',
  bureauName: '某市行政审批局机关党委',
  name: '蒋以宁',
  login: 'jiang.yining',
  password: 'four unlike words here',
  repeat: 'four unlike words here',
  'securityAdmin.name': '龚守正',
  'securityAdmin.login': 'gong.shouzheng',
  'auditor.name': '贺知行',
  'auditor.login': 'jiang.yining',
}
const field = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? expect.fail(name)

test('three people are named, both codes are shown before one enters, and each code sets a password', async () => {
  const user = userEvent.setup()
  const onDone = vi.fn<(view: SessionView) => void>()
  const page = render(<SetupPage onDone={onDone} />)
  for (const [name, text] of Object.entries(typed)) await user.type(field(name), text)
  await user.click(screen.getByRole('button', { name: '完成初始化' }))
  expect(screen.getByText('三个账号须各不相同')).toBeDefined()
  expect(document.activeElement).toBe(field('auditor.login'))
  expect(api.sent).toEqual([])

  await user.clear(field('auditor.login'))
  await user.type(field('auditor.login'), 'he.zhixing')
  await user.click(screen.getByRole('button', { name: '完成初始化' }))
  await screen.findByRole('heading', { name: '初始化完成，请交付两个邀请码' })
  const codes = [...document.querySelectorAll('code')].map(({ textContent }) => textContent ?? '')
  expect(codes).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: '进入系统' }))
  expect(onDone).not.toHaveBeenCalled()
  await user.click(screen.getByRole('checkbox', { name: '两个邀请码都已记下' }))
  await user.click(screen.getByRole('button', { name: '进入系统' }))
  expect(onDone.mock.calls[0]?.[0].session?.login).toBe('jiang.yining')
  page.unmount()

  setView({ ...(onDone.mock.calls[0]?.[0] as SessionView), session: null })
  const onSignedIn = vi.fn<(view: SessionView) => void>()
  render(<SignInPage onSignedIn={onSignedIn} />)
  await user.click(screen.getByRole('button', { name: '使用邀请码设置密码' }))
  await user.type(field('login'), 'he.zhixing')
  await user.type(field('code'), codes[1] ?? '')
  for (const name of ['password', 'repeat'])
    await user.type(field(name), 'another four unlike words')
  await user.click(screen.getByRole('button', { name: '设置密码并登录' }))
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalled())
  expect(onSignedIn.mock.calls[0]?.[0].session?.roles.map(({ role }) => role)).toEqual(['auditor'])
})
