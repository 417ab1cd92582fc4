import { idCheckCharacter } from '#domain/rules/idNumber.ts'
import type { Day } from '#domain/dates.ts'
import { randomOf } from './random.ts'

/**
 * A citizen number that is right by its check character and can belong to nobody: the six places of
 * the area (1399…) stand inside a province, but no prefecture or county ever had them.
 */
export function idNumberOf(index: number, birth: Day, sex: 'male' | 'female'): string {
  const random = randomOf(`id-number:${index}`)
  const area = `1399${random.int(51, 98)}`
  // The index is in the sequence, so that two people of one birthday differ.
  const sequence = String(
    ((index * 4 + random.int(0, 1) * 2) % 998) + (sex === 'male' ? 1 : 0),
  ).padStart(3, '0')
  const first17 = `${area}${birth.replaceAll('-', '')}${sequence}`
  return first17 + idCheckCharacter(first17)
}

/** Eleven places that begin with 124: no mobile network was ever given 12x. */
export const phoneOf = (index: number): string =>
  `124${String(10_000_000 + ((index * 7_368_787) % 89_999_999)).padStart(8, '0')}`

const roads = [
  '政和路',
  '便民街',
  '和顺里',
  '云溪大道',
  '学府巷',
  '青屏南路',
  '惠民小区',
  '滨河东路',
  '建设里',
  '长宁街',
]

/** An address in a town that is on no map. */
export function addressOf(index: number): string {
  const random = randomOf(`address:${index}`)
  return `某市云溪区${random.pick(roads)}${random.int(1, 188)}号${random.int(1, 24)}栋${random.int(1, 3)}单元${random.int(1, 18)}0${random.int(1, 4)}室`
}
