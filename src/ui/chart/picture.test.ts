import { expect, test } from 'vitest'
import { captionOf } from './picture.ts'

const asOf = (moment: string) => `数据截至 ${moment}`

test('a picture says of what, of whom, which year and when, and so does the name of its file', () => {
  const source = { scope: '某局机关党委 2026年度', asOf: '2026-11-23T02:05:00Z' }
  expect(captionOf('履责热力图 · 主题党日', '已开展／到期', source, asOf)).toEqual({
    title: '履责热力图 · 主题党日',
    lines: ['某局机关党委 2026年度', '已开展／到期 · 数据截至 2026年11月23日 10:05'],
    fileName: '履责热力图 · 主题党日 某局机关党委 2026年度 2026-11-23 1005.png',
  })
  const other = captionOf('履责热力图', undefined, { ...source, scope: '一/二支部 2025年度' }, asOf)
  expect(other.fileName).toBe('履责热力图 一二支部 2025年度 2026-11-23 1005.png')
})
