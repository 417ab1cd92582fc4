import { useState } from 'react'
import { honoursContract } from '#domain/honours.contract.ts'
import type { HonourRow } from '#domain/honours.ts'
import { addressOf } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { initialOf } from './boardPages.ts'
import './face.css'

type Faced = Pick<HonourRow, 'id' | 'portrait' | 'subjectName'>

/** Address of the holder's portrait; null where none was given. */
export const portraitAddress = ({ id, portrait }: Faced): string | null =>
  portrait ? addressOf(honoursContract.portrait, { id, digest: portrait }) : null

/** The portrait, or the dignified initial: also when the picture does not come. */
export function HonourFace({ honour }: { honour: Faced }) {
  const { honours: t } = useText()
  const address = portraitAddress(honour)
  const [lost, setLost] = useState<string | null>(null)
  if (address && lost !== address)
    return (
      <img
        className="hb-portrait"
        src={address}
        alt={t.portrait.of(honour.subjectName)}
        width={72}
        height={72}
        loading="lazy"
        decoding="async"
        onError={() => setLost(address)}
      />
    )
  const initial = initialOf(honour.subjectName)
  return (
    <span className="hb-initial" aria-hidden="true" data-long={Array.from(initial).length > 1}>
      {initial}
    </span>
  )
}
