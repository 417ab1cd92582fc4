import { membersContract } from '#domain/members.contract.ts'
import { implement } from '#server/http/implement.ts'
import { account, linkAccount, unlinkAccount } from './account.ts'
import { detail } from './detail.ts'
import { ledger } from './ledger.ts'
import { integrity } from './integrity.ts'
import { list } from './list.ts'
import { moveMany } from './moveMany.ts'
import { change, create } from './profile.ts'
import { reveal } from './reveal.ts'
import { search } from './search.ts'
import { changeStatus } from './status.ts'
import { timeline } from './timeline.ts'
import { withdrawStatus } from './withdrawStatus.ts'

export const members = implement(membersContract, {
  list,
  search,
  show: (door, { params }) => detail(door, params.id),
  timeline: (door, { params }) => timeline(door, params.id),
  ledger,
  integrity: (door, { params, query }) => integrity(door, params.id, query.year),
  create,
  change,
  changeStatus,
  withdrawStatus,
  moveMany,
  reveal,
  account: (door, { params }) => account(door, params.id),
  linkAccount,
  unlinkAccount: (door, { params }) => unlinkAccount(door, params.id),
})
