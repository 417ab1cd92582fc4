import { z } from 'zod'
import { relation, rights, stage, standing } from '#domain/members.ts'

const on = z.literal('true').optional()

/** What the address says of the roster: filters, order, page, the open row. */
export const memberUrl = z.object({
  q: z.string().max(60).default(''),
  stages: z.array(stage).default([]),
  standings: z.array(standing).default([]),
  rights: z.array(rights).default([]),
  relations: z.array(relation).default([]),
  direct: on,
  mobile: on,
  lost: on,
  overdue: on,
  probationDue: on,
  lostLong: on,
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
  sort: z
    .enum([
      'name',
      '-name',
      'organization',
      '-organization',
      'joinedOn',
      '-joinedOn',
      'fullOn',
      '-fullOn',
      'letterUntil',
      '-letterUntil',
      'probationEndsOn',
      '-probationEndsOn',
      'lostSince',
      '-lostSince',
    ])
    .optional(),
  open: z.uuid().optional(),
})
export type MemberUrl = z.output<typeof memberUrl>

export const noFilters = {
  q: '',
  stages: [],
  standings: [],
  rights: [],
  relations: [],
  direct: undefined,
  mobile: undefined,
  lost: undefined,
  overdue: undefined,
  probationDue: undefined,
  lostLong: undefined,
} satisfies Partial<MemberUrl>

/** How many filters are set beside the search. */
export const countFilters = ({
  stages,
  standings,
  rights,
  relations,
  direct,
  mobile,
  lost,
  overdue,
  probationDue,
  lostLong,
}: MemberUrl): number =>
  [stages, standings, rights, relations].filter((list) => list.length > 0).length +
  [direct, mobile, lost, overdue, probationDue, lostLong].filter((flag) => flag !== undefined)
    .length

export const isFiltered = (state: MemberUrl): boolean => state.q !== '' || countFilters(state) > 0

/** The query of `members.list`; an empty choice asks for everything. */
export function queryOf(state: MemberUrl, organization: string | null) {
  const { open: _, q, stages, standings, rights, relations, ...rest } = state
  const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)
  return {
    ...rest,
    q: q || undefined,
    organization: organization ?? undefined,
    stages: some(stages),
    standings: some(standings),
    rights: some(rights),
    relations: some(relations),
  }
}
