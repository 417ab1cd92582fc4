import { Link } from 'react-router'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'

interface MemberNameProps {
  /** Null where a name stands for no member. */
  memberId: string | null
  name: string
  /** As the record says it: whether the page of the person opens to the reader. */
  mayOpen: boolean
}

/** A person of a record: the way to the own page where the reader may open it, the name alone otherwise. */
export function MemberName({ memberId, name, mayOpen }: MemberNameProps) {
  const keep = useKeepScope()
  if (memberId === null || !mayOpen) return name
  return (
    <Link className="sc-link" to={keep(paths.member(memberId))}>
      {name}
    </Link>
  )
}
