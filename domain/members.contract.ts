import { z } from 'zod'
import { day, search, year } from './common.ts'
import { change, contract, inScope, pageOf, paging, read, remove, write } from './contract.ts'
import { memberId, organizationId } from './ids.ts'
import { memberEvent, memberIntegrity, memberLedger } from './memberBook.ts'
import {
  memberAccount,
  memberDetail,
  memberFilter,
  memberHit,
  memberRow,
  membersMove,
  newMember,
  profileChange,
  revealRequest,
  statusChange,
  statusWithdrawal,
} from './members.ts'
import { loginName } from './session.ts'

const one = z.strictObject({ id: memberId })

export const membersContract = contract('members', {
  list: read('/members', {
    query: memberFilter,
    returns: pageOf(memberRow),
    access: inScope('members.read'),
  }),
  /** For pickers: by name, pinyin or initials, as the roster stood on `on` (default today). */
  search: read('/members/search', {
    query: z.strictObject({
      q: search,
      organization: organizationId.optional(),
      on: day.optional(),
      size: paging.size,
    }),
    returns: z.array(memberHit),
    access: inScope('members.read'),
  }),
  show: read('/members/:id', {
    params: one,
    returns: memberDetail,
    access: inScope('members.read'),
  }),
  timeline: read('/members/:id/timeline', {
    params: one,
    returns: z.array(memberEvent),
    access: inScope('members.read'),
  }),
  /** Own book of one year: what was expected, attended, missed and made up. */
  ledger: read('/members/:id/ledger', {
    params: one,
    query: z.strictObject({ year }),
    returns: memberLedger,
    access: inScope('members.read'),
  }),
  /** 警示教育 of one year: who stands in the reader's reach was there or was not. Never a talk, nor their number. */
  integrity: read('/members/:id/integrity', {
    params: one,
    query: z.strictObject({ year }),
    returns: memberIntegrity,
    access: inScope('members.read'),
  }),
  create: write('/members', {
    body: newMember,
    returns: memberDetail,
    access: inScope('members.manage'),
    audit: 'member.created',
  }),
  change: change('/members/:id', {
    params: one,
    body: profileChange,
    returns: memberDetail,
    access: inScope('members.manage'),
    audit: 'member.changed',
  }),
  changeStatus: write('/members/:id/status', {
    params: one,
    body: statusChange,
    returns: memberDetail,
    access: inScope('members.manage'),
    audit: 'member.status-changed',
    versioned: true,
  }),
  /** The change that stands last, of whatever day, is taken back; one before it only when those after are. */
  withdrawStatus: write('/members/:id/status/withdraw', {
    params: one,
    body: statusWithdrawal,
    returns: memberDetail,
    access: inScope('members.manage'),
    audit: 'member.status-withdrawn',
    versioned: true,
  }),
  /** All of them or nobody: whoever cannot be moved is named at their place in the list. */
  moveMany: write('/members/moves', {
    body: membersMove,
    returns: z.object({ moved: z.number().int() }),
    access: inScope('members.manage'),
    audit: 'member.moved-many',
  }),
  /** One masked field in full, for a stated purpose; each look is an audit row. */
  reveal: write('/members/:id/reveal', {
    params: one,
    body: revealRequest,
    returns: z.object({ value: z.string().nullable() }),
    access: inScope('members.reveal'),
    audit: 'member.revealed',
    secret: true,
    passwordAgain: { field: 'idNumber' },
  }),
  /** The account that signs in as this person: who keeps the roster links them (docs/adr/0020). */
  account: read('/members/:id/account', {
    params: one,
    returns: memberAccount,
    access: inScope('members.manage'),
  }),
  linkAccount: write('/members/:id/account', {
    params: one,
    body: z.strictObject({ login: loginName }),
    returns: memberAccount,
    access: inScope('members.manage'),
    audit: 'member.account-linked',
    passwordAgain: true,
  }),
  /** Of the account's version. */
  unlinkAccount: remove('/members/:id/account', {
    params: one,
    returns: memberAccount,
    access: inScope('members.manage'),
    audit: 'member.account-unlinked',
  }),
})
