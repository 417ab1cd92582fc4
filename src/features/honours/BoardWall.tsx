import { memo } from 'react'
import { Link } from 'react-router'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { keyOf, type BoardGroup } from './boardPages.ts'
import { HonourCard } from './HonourCard.tsx'

interface BoardWallProps {
  groups: readonly BoardGroup[]
  paper: 'a3' | 'a4'
  /** All that the unit published: these rows are here, and the record behind most of them is not the reader's. */
  isWall: boolean
  /** Null: whenever it was decided. */
  year: number | null
  onOpen: (id: string) => void
}

/** The classes with their cards. Renders for new honours only, whatever else the page around it learns. */
export const BoardWall = memo(function BoardWall(props: BoardWallProps) {
  const { groups, paper, isWall, year, onOpen } = props
  const { honours: t } = useText()
  const keep = useKeepScope()
  return (
    <div className="hb-wall" data-paper={paper}>
      {groups.map(({ code, name, rows }) => (
        <section key={code} aria-label={nameOfClass(t, code, name)}>
          <h2 className="hb-class">
            {nameOfClass(t, code, name)}
            {isWall ? (
              <span className="hb-count">{t.wall.count(rows.length)}</span>
            ) : (
              <Link
                className="hb-count"
                to={keep(
                  paths.honourRecords({
                    classes: code,
                    states: 'valid',
                    any: year === null ? 'true' : undefined,
                  }),
                )}
              >
                {t.wall.count(rows.length)}
              </Link>
            )}
          </h2>
          <ul className="hb-cards">
            {rows.map((one, at) => (
              <li key={keyOf(one, at)}>
                <HonourCard honour={one} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
})
