import type { Day } from '#domain/dates.ts'
import { branchAt, groupKeys, planOf } from './bureau.ts'
import { people } from './people.ts'
import { randomOf } from './random.ts'
import { spanAt, spanNow } from './spans.ts'

/** Who was put forward: a person's key, a group whose counter is a model post, or a branch. */
export interface NomineePlan {
  branch: string
  /** Key of a person, of a group (a post) or of the branch itself. */
  who: string
  outcome: 'nominated' | 'proposed' | 'not-proposed' | 'awarded' | 'withdrawn'
  /** Those at a post. */
  crew: readonly string[]
}

/** A full member in good standing of the branch then and now: nobody is honoured of whom the roster tells otherwise. */
function worthy(branch: string, on: Day): string[] {
  return people.flatMap(({ key }) => {
    const [then, now] = [spanAt(key, on), spanNow(key)]
    const good = [then, now].every(
      (span) =>
        span?.stage === 'full' &&
        span.standing === 'normal' &&
        span.rights === 'normal' &&
        span.relation === 'registered' &&
        !span.lost,
    )
    return good && then && branchAt(then.place, on) === branch ? [key] : []
  })
}

const taken = new Map<string, Set<string>>()

/** So many of each branch, nobody twice in one class. */
export function persons(
  label: string,
  classCode: string,
  on: Day,
  counts: Readonly<Record<string, number>>,
  outcome: NomineePlan['outcome'],
): NomineePlan[] {
  const had = taken.get(classCode) ?? new Set<string>()
  taken.set(classCode, had)
  return Object.entries(counts).flatMap(([branch, count]) => {
    const free = worthy(branch, on).filter((key) => !had.has(key))
    const chosen = randomOf(`honour:${label}:${branch}`).sample(free, count)
    for (const key of chosen) had.add(key)
    return chosen.map((who) => ({ branch, who, outcome, crew: [] }))
  })
}

export const posts = (on: Day, groups: readonly string[]): NomineePlan[] =>
  groups.map((group) => {
    const branch = branchAt(group, on)
    const crew = worthy(branch, on).filter((key) => spanAt(key, on)?.place === group)
    return { branch, who: group, outcome: 'awarded', crew: crew.slice(0, 5) }
  })

export const branches = (keys: readonly string[]): NomineePlan[] =>
  keys.map((branch) => ({ branch, who: branch, outcome: 'awarded', crew: [] }))

/** Names of the classes, those of the bureau too. */
export const classNames: Readonly<Record<string, string>> = {
  'excellent-member': '优秀共产党员',
  'model-post': '党员示范岗',
  'skilled-worker': '业务能手',
  'advanced-branch': '先进党支部',
  'service-star': '服务之星',
  'excellent-worker': '优秀党务工作者',
}

/** What a post is called: its group's counter. */
export const postName = (group: string): string => `${planOf(group).name.replace(/党小组$/, '')}岗`
const isPost = (key: string): boolean => groupKeys.includes(key)

/** What is written of a nominee in a resolution and on the board. */
export const nomineeName = (who: string, nameOf: (person: string) => string): string =>
  isPost(who) ? postName(who) : who.includes(':') ? nameOf(who) : planOf(who).name
