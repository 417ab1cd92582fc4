import { screen, waitFor } from '@testing-library/react'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import { meetingsContract } from '#domain/meetings.contract.ts'
import { paths } from '#lib/paths.ts'
import { screenApi } from '#tests/support/screenApi.tsx'
import type { Book } from '#parts/PaperBook.tsx'
import { wordFile } from './wordFile.ts'

const api = screenApi()
afterEach(() => vi.restoreAllMocks())

/** What Word would read, as a document: no well-formed XML, no file. */
async function read(file: Blob): Promise<{ text: string; cells: string[]; xml: string }> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined()
  const cells = [...document.getElementsByTagName('w:tc')].map((cell) => cell.textContent ?? '')
  return { text: document.documentElement.textContent ?? '', cells, xml }
}

const book: Book = {
  title: '会议记录',
  subtitle: '十一月党小组会',
  head: [
    ['党组织', '综合科党小组'],
    ['地点', '三楼 <会议室> & "大厅"'],
  ],
  rows: [
    ['出席人员', ['阿卜杜拉·买买提、欧阳𬭎、㛃']],
    ['会议内容', ['一、传达\u0001精神。', '二、\uD800讨论。', '']],
  ],
  signs: ['主持人签字'],
  date: '年　　月　　日',
  foot: '审签：王海燕',
}

test('rare signs stay whole, and what XML cannot hold is left out, so that Word opens the file', async () => {
  const { cells, xml } = await read(await wordFile(book))
  expect(cells).toEqual([
    '党组织',
    '综合科党小组',
    '地点',
    '三楼 <会议室> & "大厅"',
    '出席人员',
    '阿卜杜拉·买买提、欧阳𬭎、㛃',
    '会议内容',
    '一、传达精神。二、讨论。',
  ])
  expect(xml).toContain('仿宋_GB2312')
})

test('the paper is A4 with the margins of GB/T 9704-2012, in twentieths of a point', async () => {
  const { xml } = await read(await wordFile(book))
  const mm = (value: number) => Math.floor((value / 25.4) * 1440)
  expect(/<w:pgSz [^>]*>/.exec(xml)?.[0]).toContain(`w:w="${mm(210)}" w:h="${mm(297)}"`)
  const margins = /<w:pgMar [^>]*>/.exec(xml)?.[0] ?? ''
  for (const [side, value] of Object.entries({ top: 37, right: 26, bottom: 35, left: 28 }))
    expect(margins).toContain(`w:${side}="${mm(value)}"`)
})

test('the file of a record says who came and who did not, as the database has it', async () => {
  await api.signIn('branch-secretary')
  const [chairId = '', recorderId = '', absentId = ''] = api.bureau.inA1
  const made = await api.api.call(api.bureau.tokens['branch-secretary'], meetingsContract.create, {
    body: {
      organizationId: api.bureau.groupA1.id,
      types: ['group-meeting'],
      title: '十一月/党小组会',
      heldOn: '2026-11-20',
      startedAt: '09:00',
      endedAt: '10:00',
      agenda: ['学习'],
      place: '三楼',
      chairId,
      recorderId,
      minutes: '一、学习传达。',
      attendance: [{ memberId: absentId, status: 'leave', reason: '公务' }],
      advance: 'sign',
    },
  })
  const files: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob)
    return 'blob:file'
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download)
  })

  const { user } = await api.open(paths.meeting(made.body.id))
  await user.click(await screen.findByRole('button', { name: '下载 Word' }))
  await waitFor(() => expect(files).toHaveLength(1))
  // A slash would be a folder.
  expect(names).toEqual(['2026-11-20 十一月 党小组会.docx'])
  const { cells, text } = await read(files[0] as Blob)
  const after = (label: string) => cells[cells.indexOf(label) + 1]
  const { attendance } = made.body
  const came = attendance.filter(({ status }) => status === 'present')
  for (const { name } of came) expect(after('出席人员')).toContain(name)
  expect(after('实到')).toBe(`${came.length} 人`)
  const absent = attendance.find(({ memberId }) => memberId === absentId)
  expect(after('缺席人员及原因')).toBe(`${absent?.name}（请假，公务）`)
  expect(text).toContain('导出于')
})
