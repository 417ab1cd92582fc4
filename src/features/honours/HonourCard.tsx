import { memo } from 'react'
import type { WallRow } from '#domain/honourWall.ts'
import { useText } from '#lib/i18n.ts'
import { HonourFace } from './HonourFace.tsx'

interface HonourCardProps {
  honour: WallRow
  /** For the honours whose record is the reader's to open. */
  onOpen?: (id: string) => void
}

/** One honour as it hangs on the wall: who, of where, what for, by which decision. */
export const HonourCard = memo(function HonourCard({ honour, onOpen }: HonourCardProps) {
  const { honours: t, ui } = useText()
  const { id, subjectName, organizationName, crew, citation, decidedOn, documentNumber } = honour
  return (
    <article className="hb-card">
      <HonourFace honour={honour} />
      <h3>
        {onOpen && id ? (
          <button
            type="button"
            className="hb-open"
            aria-label={t.wall.open(subjectName)}
            onClick={() => onOpen(id)}
          >
            {subjectName}
          </button>
        ) : (
          subjectName
        )}
      </h3>
      {honour.subject === 'organization' ? null : <p className="hb-of">{organizationName}</p>}
      {crew.length > 0 ? <p className="hb-crew">{crew.join(ui.and)}</p> : null}
      <p className="hb-citation">{citation}</p>
      <p className="hb-number">
        <span>{decidedOn}</span> <span>{documentNumber}</span>
      </p>
    </article>
  )
})
