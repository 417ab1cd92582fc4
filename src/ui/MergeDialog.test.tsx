import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import { setText } from '#lib/i18n.ts'
import { zh } from '#locales/zh.ts'
import { MergeDialog } from './MergeDialog.tsx'
import type { MergeField, Side } from './mergeRows.ts'

beforeAll(() => setText(zh))

const fields: MergeField[] = [
  { key: 'place', label: '地点', base: '三楼', mine: '五楼', theirs: '一楼' },
  { key: 'chair', label: '主持人', base: '周明', mine: '周明', theirs: '欧阳静' },
  { key: 'agenda', label: '议程', base: '', mine: '学习', theirs: null },
  { key: 'time', label: '时间', base: '09:00', mine: '09:30', theirs: '09:30' },
]

function show(given: readonly MergeField[] = fields) {
  const applied: Record<string, Side>[] = []
  render(
    <MergeDialog
      open
      onClose={() => {}}
      fields={given}
      onApply={(choice) => applied.push(choice)}
    />,
  )
  return { applied, user: userEvent.setup() }
}
const field = (name: string) => screen.getByRole('group', { name: new RegExp(name) })
const picked = (name: string) =>
  within(field(name)).queryByRole('radio', { checked: true })?.closest('label')?.textContent
const apply = () => screen.getByRole('button', { name: zh.ui.merge.apply })

describe('MergeDialog', () => {
  it('takes over by itself what only one side changed, and asks where both did', () => {
    show()
    expect(picked('主持人')).toContain('欧阳静')
    expect(picked('议程')).toContain('学习')
    expect(picked('地点')).toBeUndefined()
    expect(within(field('地点')).getByText('三楼')).toBeDefined()
    expect(screen.queryByText('时间')).toBeNull()
    expect(screen.getByText(zh.ui.merge.same(1))).toBeDefined()
  })

  it('saves only when every field is decided, and says how many are not', async () => {
    const { applied, user } = show()
    expect(apply().getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByRole('status').textContent).toBe(zh.ui.merge.left(1))
    await user.click(apply())
    expect(applied).toEqual([])
    await user.click(within(field('地点')).getByRole('radio', { name: /一楼/ }))
    await user.click(apply())
    expect(applied).toEqual([{ place: 'theirs', chair: 'theirs', agenda: 'mine' }])
  })

  it('can take all of one side, and one field back', async () => {
    const { applied, user } = show()
    await user.click(screen.getByRole('button', { name: zh.ui.merge.allMine }))
    await user.click(within(field('主持人')).getByRole('radio', { name: /欧阳静/ }))
    await user.click(apply())
    expect(applied).toEqual([{ place: 'mine', chair: 'theirs', agenda: 'mine' }])
  })

  it('suggests nothing when it is not known where both began', () => {
    show(fields.map(({ base: _base, ...rest }) => rest))
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
    expect(screen.getByRole('status').textContent).toBe(zh.ui.merge.left(3))
  })

  it('compares lists by content', () => {
    show([
      {
        key: 'types',
        label: '类型',
        mine: ['党课', '大会'],
        theirs: ['党课', '大会'],
        show: String,
      },
    ])
    expect(screen.queryByRole('radio')).toBeNull()
    expect(apply().hasAttribute('aria-disabled')).toBe(false)
  })
})
