import {
  AlignmentType,
  convertMillimetersToTwip as mm,
  Document,
  Footer,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from 'docx'
import type { Book } from '#parts/PaperBook.tsx'

const face = (eastAsia: string) => ({
  eastAsia,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
})
const body = face('仿宋_GB2312')
const heads = face('黑体')
/** Sizes in half points: 2号, 小四, 五号. */
const size = { title: 44, text: 24, foot: 21 }
/** The type area of GB/T 9704-2012 is 156 mm wide: label and value, twice. */
const columns = [mm(30), mm(48), mm(30), mm(48)]

/** What XML cannot hold would make a file that Word refuses to open: control signs and halves of a sign. */
const written = (text: string) =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')

const run = (text: string, options: IRunOptions = {}) =>
  new TextRun({ font: body, size: size.text, ...options, text: written(text) })

const label = (text: string) =>
  new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, { font: heads })] }),
    ],
  })

const value = (lines: readonly string[], columnSpan = 1) =>
  new TableCell({
    columnSpan,
    verticalAlign: VerticalAlign.CENTER,
    children: lines.map((line) => new Paragraph({ children: [run(line)] })),
  })

/**
 * The page of the minute book as a Word file: A4 with the margins of GB/T 9704-2012 (37, 26, 35 and 28 mm),
 * title in 小标宋 2号, table in 仿宋 小四. The fonts are named, not sent along: an office has them.
 */
export function wordFile(book: Book): Promise<Blob> {
  const { head } = book
  const short = Array.from({ length: Math.ceil(head.length / 2) }, (_, row) =>
    head.slice(row * 2, row * 2 + 2),
  )
  const page = [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
  return Packer.toBlob(
    new Document({
      title: written(book.subtitle),
      description: written(book.foot),
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297) },
              margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
            },
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ size: size.foot, children: page })],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [run(book.title, { font: face('方正小标宋简体'), size: size.title })],
            }),
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { before: 120, after: 240 },
              children: [run(book.subtitle, { size: 32 })],
            }),
            new Table({
              layout: TableLayoutType.FIXED,
              width: { size: mm(156), type: WidthType.DXA },
              columnWidths: columns,
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              rows: [
                ...short.map(
                  (fields) =>
                    new TableRow({
                      children: fields.flatMap(([name, text]) => [label(name), value([text])]),
                    }),
                ),
                ...book.rows.map(
                  ([name, lines]) => new TableRow({ children: [label(name), value(lines, 3)] }),
                ),
              ],
            }),
            ...book.signs.map(
              (who, index) =>
                new Paragraph({
                  spacing: { before: index === 0 ? 480 : 240 },
                  keepNext: true,
                  tabStops: [
                    { type: TabStopType.LEFT, position: mm(100), leader: LeaderType.UNDERSCORE },
                    { type: TabStopType.RIGHT, position: mm(156) },
                  ],
                  children: [run(`${who} `), run('\t'), run(`\t${book.date}`)],
                }),
            ),
            new Paragraph({
              spacing: { before: 360 },
              children: [run(book.foot, { size: size.foot })],
            }),
          ],
        },
      ],
    }),
  )
}
