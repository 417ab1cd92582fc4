import { useState } from 'react'
import { honoursContract } from '#domain/honours.contract.ts'
import { honourWallContract } from '#domain/honourWall.contract.ts'
import type { WallRow } from '#domain/honourWall.ts'
import { addressOf } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { initialOf } from './boardPages.ts'
import './face.css'

type Faced = Pick<WallRow, 'id' | 'portrait' | 'subjectName'>

/** Address of the holder's portrait; null where none was given. On the wall it hangs without the record behind it. */
export function portraitAddress({ id, portrait: digest }: Faced): string | null {
  if (!digest) return null
  return id
    ? addressOf(honoursContract.portrait, { id, digest })
    : addressOf(honourWallContract.portrait, { digest })
}

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
