import { placesOf } from '#domain/rules/placings.ts'
import type { AudienceMember, CompetitionEvent, EventRecord } from '#domain/studies.ts'
import { branchKeys, planOf } from './bureau.ts'
import { randomOf } from './random.ts'

type Head = Pick<CompetitionEvent, 'name' | 'form' | 'ranking' | 'tied'>

const by = (name: string, form: Head['form'], ranking: Head['ranking'], tied = false): Head => ({
  name,
  form,
  ranking,
  tied,
})

/** The events of each competition. Two firsts of equal score are in the first; a tie of the jury's in the third. */
const heads: Readonly<Record<string, readonly Head[]>> = {
  c1: [by('个人笔试', 'individual', 'high-score'), by('支部抢答', 'team', 'high-score')],
  c2: [by('业务录入', 'individual', 'low-score'), by('现场解答', 'individual', 'high-score')],
  c3: [by('微宣讲', 'individual', 'placing', true)],
  c4: [by('审批案卷', 'individual', 'grade')],
  p4: [by('个人笔试', 'individual', 'high-score'), by('团体抢答', 'team', 'high-score')],
  p5: [by('打字录入', 'individual', 'low-score')],
}

const jury = [1, 2, 2, 4, 5, 6]
const grades = [1, 2, 2, 3, 3, 3]

export const eventsOf = (key: string, present: readonly AudienceMember[]): EventRecord[] =>
  (heads[key] ?? []).map((head) => ({ ...head, entries: entriesOf(key, head, present) }))

function entriesOf(
  key: string,
  { name, form, ranking }: Head,
  present: readonly AudienceMember[],
): EventRecord['entries'] {
  const random = randomOf(`event:${key}:${name}`)
  const teams = branchKeys.filter((branch) => branch !== 'retired')
  const competitors =
    form === 'team'
      ? teams.map((branch) => ({ name: `${planOf(branch).name}队`, members: [] }))
      : random.sample(present, 6).map((one) => ({ name: one.name, members: [one] }))
  const best = random.int(92, 98)
  const figures = competitors.map((_, at) => {
    if (ranking === 'placing') return { score: null, place: jury[at] ?? at + 1 }
    if (ranking === 'grade') return { score: null, place: grades[at] ?? 3 }
    if (ranking === 'low-score') return { score: random.int(1800, 3600) / 10, place: null }
    // The first two are equal: a tie is a tie.
    return { score: at < 2 ? best : random.int(60, best - 1), place: null }
  })
  const places = placesOf(ranking, figures)
  return competitors.map((one, at) => ({
    name: one.name,
    memberIds: one.members.map(({ memberId }) => memberId),
    memberNames: one.members.map((member) => member.name),
    score: figures[at]?.score ?? null,
    place: places[at] ?? null,
  }))
}
