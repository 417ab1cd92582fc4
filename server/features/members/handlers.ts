import { membersContract } from '#domain/members.contract.ts'
import { implement } from '#server/http/implement.ts'
import { detail } from './detail.ts'
import { ledger } from './ledger.ts'
import { list } from './list.ts'
import { change, create } from './profile.ts'
import { reveal } from './reveal.ts'
import { search } from './search.ts'
import { changeStatus } from './status.ts'
import { timeline } from './timeline.ts'

export const members = implement(membersContract, {
  list,
  search,
  show: (door, { params }) => detail(door, params.id),
  timeline: (door, { params }) => timeline(door, params.id),
  ledger,
  create,
  change,
  changeStatus,
  reveal,
})
