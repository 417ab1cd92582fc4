import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

const cell = (text: string) => csvOf(['甲'], [[text]]).slice('\uFEFF甲\r\n'.length, -2)

describe('a CSV', () => {
  it('begins with the mark by which a spreadsheet knows UTF-8, and ends each line with CRLF', () => {
    expect(
      csvOf(
        ['甲', '乙'],
        [
          ['一', 2],
          [null, -3],
        ],
      ),
    ).toBe('\uFEFF甲,乙\r\n一,2\r\n,-3\r\n')
  })

  it.each([
    ['一,二', '"一,二"'],
    ['他说"好"', '"他说""好"""'],
    ['一\n二', '"一\n二"'],
    ['2026-11-20', '2026-11-20'],
    ['王-李', '王-李'],
  ])('writes %j as %j (RFC 4180)', (text, expected) => {
    expect(cell(text)).toBe(expected)
  })

  // OWASP, CSV Injection.
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '|calc',
    '%0A=1',
    ' =1',
    '\u3000=1',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://x","点")',
  ])('lets no spreadsheet compute %j', (text) => {
    const plain = cell(text).replace(/^"/, '')
    expect(plain.startsWith("'")).toBe(true)
  })
})
