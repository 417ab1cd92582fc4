import { TreemapChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { expect, test } from 'vitest'
import { fitTiles, tileText } from './fitTiles.ts'
import { membersOption } from './members.ts'

echarts.use([TreemapChart, TooltipComponent, SVGRenderer])

const tiles = [
  ['政务服务中心窗口第一党支部', 38],
  ['离退休干部党支部', 28],
  ['政务服务中心窗口第二党支部', 26],
  ['市场服务科党支部', 21],
  ['投资项目审批科党支部', 21],
  ['工程建设科党支部', 20],
  ['综合科党支部', 19],
  ['社会事务科党支部', 8],
  ['信息技术科党支部', 7],
] as const
const look = {
  ink: '#111111',
  ink2: '#222222',
  ink3: '#333333',
  line: '#444444',
  paper: '#ffffff',
  ground: '#eeeeee',
  success: '#2f7048',
  danger: '#c2410c',
  font: 'sans-serif',
  size: 14,
  chain: () => '#b3191f',
}

test.each([
  ['in one line', 8, 5, '信息技术科党支部\n7'],
  ['broken evenly where it is high enough', 5, 5, '信息技术\n科党支部\n7'],
  ['broken into three', 3, 4.8, '信息技\n术科党\n支部\n7'],
  ['cut at its end where it is not', 5, 3, '信息技术科党支部\n7'],
  ['the number alone where nothing can be read', 4, 3, '7'],
  ['the number alone where a line would be two signs', 2.5, 20, '7'],
])('a tile holds its name %s', (_, wide, high, text) => {
  expect(tileText('信息技术科党支部', '7', wide, high)).toBe(text)
})

test('on a phone every tile that was drawn holds what goes into it', () => {
  const size = { width: 350, height: 280 }
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
  const option = membersOption(tiles.map(([name, value]) => ({ name, value, to: '/' })))
  chart.setOption(option(look))
  fitTiles(chart)
  const said = () =>
    chart
      .getZr()
      .storage.getDisplayList(true)
      .flatMap((tile) => tile.getTextContent()?.style.text ?? [])
  const fitting = [
    '政务服务中心窗\n口第一党支部\n38',
    '离退休干部党支部\n28',
    '政务服务中心窗\n口第二党支部\n26',
    '投资项目审\n批科党支部\n21',
    '市场服务\n科党支部\n21',
    '工程建设科党支部\n20',
    '综合科党支部\n19',
    '8',
    '7',
  ]
  expect(said()).toEqual(fitting)
  // Once more changes nothing.
  fitTiles(chart)
  expect(said()).toEqual(fitting)
  chart.dispose()
})
