import { organizationsContract } from '#domain/organizations.contract.ts'
import { implement } from '#server/http/implement.ts'
import { children, roots } from './browse.ts'
import { card } from './card.ts'
import { close } from './close.ts'
import { move } from './move.ts'
import { history } from './past.ts'
import { electionsOf } from './committee.ts'
import { appoint, endPost, withdrawPost } from './posts.ts'
import { search } from './search.ts'
import { correctTerm, extendTerm, startTerm, termsDue, termsUnknown } from './terms.ts'
import { change, create } from './write.ts'

export const organizations = implement(organizationsContract, {
  roots,
  children,
  search: (door, { query }) => search(door, query),
  show: (door, { params }) => card(door, params.id),
  history: (door, { params }) => history(door, params.id),
  termsDue,
  termsUnknown,
  create,
  change,
  move,
  close,
  startTerm,
  extendTerm,
  correctTerm,
  appoint,
  endPost,
  withdrawPost,
  elections: (door, { params }) => electionsOf(door, params.id),
})
