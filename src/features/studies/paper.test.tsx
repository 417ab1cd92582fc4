import { act, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { MemberId } from '#domain/ids.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { paths } from '#lib/paths.ts'
import { zh } from '#locales/zh.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import { aStudy, recorded } from '#tests/support/studies.ts'

const page = screenApi()
const t = zh.studies

test('an activity tells its course, and is printed with who came and the results', async () => {
  const { tokens, branchA, inA1 } = page.bureau
  const [first, second] = inA1 as [MemberId, MemberId]
  const secretary = tokens['branch-secretary']
  const made = await recorded(
    page.api,
    secretary,
    aStudy(branchA, [first], {
      kind: 'competition',
      topic: '窗口技能比武',
      audience: [
        { memberId: first, present: true, minutes: 45 },
        { memberId: second, present: false },
      ],
      guests: [{ name: '李老师', capacity: '市委党校' }],
      events: [
        {
          name: '业务知识',
          form: 'individual',
          ranking: 'high-score',
          entries: [{ name: null, memberIds: [first], score: 96 }],
        },
      ],
    }),
  )
  await page.api.call(tokens.organizer, studiesContract.reopen, {
    params: { id: made.id },
    version: made.version,
    body: { reason: '到会名单漏记两人' },
  })
  await page.signIn('branch-secretary')
  await page.open(paths.study(made.id))
  const course = within(await screen.findByRole('list', { name: t.history })).getAllByRole(
    'listitem',
  )
  expect(course.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/重新打开organizer · 到会名单漏记两人$/),
    expect.stringMatching(/办结secretary$/),
    expect.stringMatching(/记录secretary$/),
  ])
  expect(screen.getByRole('button', { name: t.actions.print })).toBeDefined()
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  const sheet = document.querySelector('.sc-sheet')
  expect(sheet?.querySelector('.sc-sheet-subtitle')?.textContent).toBe('窗口技能比武（待办结）')
  const rows = [...(sheet?.querySelectorAll('.mb-wide') ?? [])].map(
    ({ textContent }) => textContent,
  )
  expect(rows).toEqual([
    expect.stringMatching(/^到会.+（部分参加 45 \/ 120 分钟）$/),
    expect.stringMatching(/^未到.+$/),
    '名册外人员李老师（市委党校）',
    '内容摘要无',
    expect.stringMatching(/^业务知识（按得分，高者在前）第 1 名 {2}.+ {2}96$/),
  ])
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(document.querySelector('.sc-sheet')).toBeNull()
})
