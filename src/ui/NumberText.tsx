import { useText } from '#lib/i18n.ts'
import './lists.css'

interface NumberTextProps {
  value: number
  /** 2.6万 for headlines; else 26,000. The other form comes on hover. */
  brief?: boolean
  unit?: string
  /** Digits after the point, both forms. */
  digits?: number
}

/** Screen readers always hear the exact number. */
export function NumberText({ value, brief = false, unit = '', digits }: NumberTextProps) {
  const { ui } = useText()
  const fixed =
    digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const exact = new Intl.NumberFormat(ui.numberLocale, fixed).format(value) + unit
  const short =
    Math.abs(value) < 10_000
      ? exact
      : new Intl.NumberFormat(ui.numberLocale, {
          notation: 'compact',
          maximumFractionDigits: 1,
        }).format(value) + unit
  if (short === exact) return <span className="sc-number">{exact}</span>
  if (!brief) {
    return (
      <span className="sc-number" title={short}>
        {exact}
      </span>
    )
  }
  return (
    <span className="sc-number" title={exact}>
      <span aria-hidden="true">{short}</span>
      <span className="sc-sr">{exact}</span>
    </span>
  )
}

/** Money comes in integer fen and shows in yuan. */
export function MoneyText({ fen, brief }: { fen: number; brief?: boolean }) {
  const { ui } = useText()
  return (
    <NumberText value={fen / 100} brief={brief} digits={brief ? undefined : 2} unit={ui.yuan} />
  )
}
