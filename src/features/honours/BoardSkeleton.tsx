import { SkeletonText } from '#ui/Skeleton.tsx'

const sections = [10, 10]
/** Name, branch, citation, decision. */
const lines = [4, 0, 1, 3, 5, 2]

/** The wall before its cards: classes with a few of them each. */
export function BoardSkeleton() {
  return (
    <div className="hb-wall hb-waiting" aria-busy="true">
      {sections.map((cards, section) => (
        <section key={section}>
          <div className="hb-class">
            <SkeletonText index={section} />
          </div>
          <ul className="hb-cards">
            {Array.from({ length: cards }, (_, card) => (
              <li key={card}>
                <div className="hb-card">
                  <span className="hb-initial" />
                  {lines.map((line) => (
                    <SkeletonText key={line} index={line + card} />
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
