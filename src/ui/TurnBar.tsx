import { useText } from '#lib/i18n.ts'
import type { Turns } from './useTurns.ts'

/** Back, stop or go on, forward, and which page stands. */
export function TurnBar({ turns }: { turns: Turns }) {
  const t = useText().ui.turns
  const { page, count, running, turn, toggle } = turns
  return (
    <>
      <button type="button" className="sc-bare" onClick={() => turn(-1)}>
        {t.previous}
      </button>
      <button type="button" className="sc-bare" onClick={toggle}>
        {running ? t.pause : t.resume}
      </button>
      <button type="button" className="sc-bare" onClick={() => turn(1)}>
        {t.next}
      </button>
      <span>{t.pageOf(page + 1, count)}</span>
    </>
  )
}
