import { SkeletonFigures, SkeletonLines, SkeletonText } from '#ui/Skeleton.tsx'

const rows = [0, 1, 2, 3, 4]

/** Two groups of rows and the summary beside them, as they will stand. */
export function WorkbenchSkeleton({ first }: { first: 'todos' | 'summary' }) {
  return (
    <div className="wb-columns" data-first={first}>
      <div className="wb-todos">
        <SkeletonGroup />
        <SkeletonGroup />
      </div>
      <div className="wb-summary">
        <SkeletonLines lines={10} />
      </div>
    </div>
  )
}

export function MemberSkeleton() {
  return (
    <>
      <SkeletonFigures count={4} />
      <SkeletonGroup />
    </>
  )
}

function SkeletonGroup() {
  return (
    <div className="wb-group" aria-hidden="true">
      <SkeletonText index={4} />
      <ul className="wb-rows">
        {rows.map((row) => (
          <li key={row}>
            <SkeletonText index={row} />
          </li>
        ))}
      </ul>
    </div>
  )
}
