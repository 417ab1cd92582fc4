import { addDays } from '#domain/dates.ts'
import type { Day } from '#domain/dates.ts'
import type { PostKind } from '#domain/organizations.ts'
import { termEnd } from '#domain/rules/terms.ts'
import { groupKeys, rootKey } from './bureau.ts'
import { instant } from './clock.ts'
import { spans } from './spans.ts'

export interface TermPlan {
  key: string
  startedOn: Day
  endsOn: Day
  extendedTo: Day | null
  extensionDocument: string | null
  endedOn: Day | null
}

const term = (
  key: string,
  startedOn: Day,
  years: number,
  rest: Partial<TermPlan> = {},
): TermPlan => ({
  key,
  startedOn,
  endsOn: termEnd(startedOn, years),
  extendedTo: null,
  extensionDocument: null,
  endedOn: null,
  ...rest,
})

/** Elections held within the books; the assembly of that day carries the ballot. */
export const elections: readonly { branch: string; on: Day; what: 'election' | 'by-election' }[] = [
  { branch: 'retired', on: '2025-03-21', what: 'election' },
  { branch: 'works', on: '2025-09-24', what: 'by-election' },
  { branch: 'market', on: '2025-11-18', what: 'election' },
  { branch: 'hall2', on: '2026-04-16', what: 'election' },
]

/** One near its end (office), one overdue (invest), one extended by document (works), the others calm. */
export const terms: readonly TermPlan[] = [
  term(rootKey, '2022-06-20', 5),
  term('office', '2024-01-12', 3),
  term('invest', '2023-09-15', 3),
  term('market', '2022-11-20', 3, { endedOn: '2025-11-17' }),
  term('market', '2025-11-18', 3),
  term('social', '2024-11-08', 3),
  term('works', '2023-10-20', 3, {
    extendedTo: '2027-04-19',
    extensionDocument: '某审机党〔2026〕27号',
  }),
  term('hall1', '2024-09-10', 3),
  term('hall2', '2023-04-18', 3, { endedOn: '2026-04-15' }),
  term('hall2', '2026-04-16', 3),
  term('tech', '2024-06-21', 3),
  term('retired', '2022-03-25', 3, { endedOn: '2025-03-20' }),
  term('retired', '2025-03-21', 3),
]

export interface PostPlan {
  /** Organization key. */
  key: string
  who: string
  post: PostKind
  from: Day
  /** The last day in the post, null for one held today. */
  to: Day | null
}

type Seats = Partial<Record<PostKind, string>>

/** The seats of one term, or of a part of it. */
const team = (key: string, from: Day, to: Day | null, seats: Seats): PostPlan[] =>
  Object.entries(seats).map(([post, who]) => ({ key, who, post: post as PostKind, from, to }))

const officers = {
  office: {
    secretary: 'office-1:1',
    'deputy-secretary': 'office-2:1',
    'organization-officer': 'office-3:1',
    'publicity-officer': 'office-1:3',
    'discipline-officer': 'office-2:3',
  },
  invest: {
    secretary: 'invest-1:1',
    'organization-officer': 'invest-2:1',
    'publicity-officer': 'invest-3:1',
    'discipline-officer': 'invest-1:3',
  },
  market: {
    secretary: 'market-1:1',
    'deputy-secretary': 'market-2:1',
    'organization-officer': 'market-3:1',
    'discipline-officer': 'market-2:3',
  },
  works: {
    'organization-officer': 'works-3:1',
    'publicity-officer': 'works-1:3',
    'discipline-officer': 'works-2:3',
  },
  hall1: {
    secretary: 'hall1-1:1',
    'deputy-secretary': 'hall1-2:1',
    'organization-officer': 'hall1-3:1',
    'publicity-officer': 'hall1-4:1',
    'discipline-officer': 'hall1-5:1',
  },
  hall2: {
    'organization-officer': 'hall2-3:1',
    'publicity-officer': 'hall2-4:1',
    'discipline-officer': 'hall2-1:3',
  },
  retired: {
    secretary: 'retired-1:1',
    'organization-officer': 'retired-2:1',
    'discipline-officer': 'retired-3:1',
  },
} satisfies Record<string, Seats>

/** Group leaders: the second seat of each group, from the day they are there. */
const groupLeaders: PostPlan[] = groupKeys.map((key) => {
  const who = `${key}:2`
  const since = spans.get(who)?.find(({ place }) => place === key)?.from ?? '2024-01-01'
  return { key, who, post: 'group-leader', from: since, to: null }
})

export const posts: readonly PostPlan[] = [
  ...team(rootKey, '2022-06-20', null, {
    secretary: 'office-1:1',
    'deputy-secretary': 'office-2:1',
    'organization-officer': 'office-3:1',
    'publicity-officer': 'invest-1:1',
    'discipline-officer': 'market-2:1',
  }),
  ...team('office', '2024-01-12', null, officers.office),
  ...team('invest', '2023-09-15', null, officers.invest),
  ...team('market', '2022-11-20', '2025-11-17', officers.market),
  ...team('market', '2025-11-18', null, { ...officers.market, 'youth-officer': 'market-1:3' }),
  ...team('social', '2024-11-08', null, { secretary: 'social:1', 'deputy-secretary': 'social:2' }),
  ...team('works', '2023-10-20', null, officers.works),
  ...team('works', '2023-10-20', '2025-09-23', { secretary: 'works-2:1' }),
  ...team('works', '2025-09-24', null, { secretary: 'works-1:1', 'deputy-secretary': 'works-2:1' }),
  ...team('hall1', '2024-09-10', null, officers.hall1),
  ...team('hall2', '2023-04-18', '2026-04-15', { ...officers.hall2, secretary: 'hall2-2:1' }),
  ...team('hall2', '2026-04-16', null, {
    ...officers.hall2,
    secretary: 'hall2-1:1',
    'deputy-secretary': 'hall2-2:1',
  }),
  ...team('tech', '2024-06-21', null, { secretary: 'tech:1' }),
  ...team('retired', '2022-03-25', '2025-03-20', officers.retired),
  ...team('retired', '2025-03-21', null, officers.retired),
  {
    key: 'office-1',
    who: 'office-1:4',
    post: 'group-leader',
    from: '2023-01-10',
    to: '2025-03-02',
  },
  { key: 'hall1-1', who: 'hall1-1:4', post: 'deputy-group-leader', from: '2024-09-10', to: null },
  { key: 'market-1', who: 'market-1:4', post: 'deputy-group-leader', from: '2025-04-01', to: null },
  ...groupLeaders,
]

/** Who holds which post of an organization on a day, in the order of the list. */
export const postsAt = (key: string, day: Day): PostPlan[] =>
  posts.filter((one) => one.key === key && one.from <= day && (one.to === null || day <= one.to))

/** When the election of a term or post was entered. */
export const enteredAt = (day: Day): string => instant(addDays(day, 1), '10:20')
