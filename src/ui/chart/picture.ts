import type { EChartsType } from 'echarts/core'
import { createContext } from 'react'
import { instantInProse, instantInTable } from '#lib/format.ts'
import { readLook } from './look.ts'

/** Of whom and when the charts below are: what a picture says that leaves its page. */
export const ChartSource = createContext<{ scope: string; asOf: string } | null>(null)

export interface Caption {
  title: string
  lines: readonly string[]
  fileName: string
}

/** What stands over a picture, and what its file is called: no two scopes, years or moments under one name. */
export function captionOf(
  title: string,
  note: string | undefined,
  source: { scope: string; asOf: string } | null,
  asOf: (moment: string) => string,
): Caption {
  const moment = source ? [asOf(instantInProse(source.asOf))] : []
  const names = source ? [title, source.scope, instantInTable(source.asOf)] : [title]
  return {
    title,
    lines: [...(source ? [source.scope] : []), [...(note ? [note] : []), ...moment].join(' · ')],
    // Without what some file systems keep for themselves.
    fileName: `${names.join(' ').replaceAll(/[\\/:*?"<>|]/g, '')}.png`,
  }
}

/** Dots of the picture for each CSS pixel. */
const RATIO = 2
const LEADING = 1.6

/** The chart as it stands, under its caption, as a PNG. */
export function pictureOf(chart: EChartsType, { title, lines }: Caption): Promise<Blob | null> {
  const look = readLook()
  const drawn = chart.renderToCanvas({ pixelRatio: RATIO, backgroundColor: look.paper })
  const size = look.size * RATIO
  const head = size * LEADING * (lines.length + 2)
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width
  canvas.height = drawn.height + head
  const pen = canvas.getContext('2d')
  if (pen) {
    pen.fillStyle = look.paper
    pen.fillRect(0, 0, canvas.width, canvas.height)
    const write = (text: string, line: number, font: string, ink: string) => {
      pen.fillStyle = ink
      pen.font = `${font} ${look.font}`
      pen.fillText(text, size, size * LEADING * line, canvas.width - 2 * size)
    }
    write(title, 1.2, `600 ${size * 1.15}px`, look.ink)
    for (const [at, text] of lines.entries()) write(text, at + 2.3, `${size}px`, look.ink2)
    pen.drawImage(drawn, 0, head)
  }
  return new Promise((made) => canvas.toBlob(made, 'image/png'))
}
