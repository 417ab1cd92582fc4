import { monthOf } from '#domain/dates.ts'
import type { Duty } from '#domain/rules/duties.ts'
import { branchAt, nameAt, planOf } from './bureau.ts'
import type { MeetingPlan } from './calendar.ts'
import { spoken } from './clock.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'
import { agendaOf, titleOf } from './texts/headings.ts'
import { mattersOf } from './texts/matters.ts'
import * as phrases from './texts/phrases.ts'
import { lectures, topicOf } from './texts/topics.ts'

/** What is known of a meeting before its minutes are written. */
export interface Scene {
  plan: MeetingPlan
  chair: string
  recorder: string
  /** Names of those who came. */
  present: readonly string[]
  /** Full members among them, the ones a review grades. */
  full: number
  expected: number
  away: number
}

export interface Composed {
  title: string
  startedAt: string
  endedAt: string
  place: string
  agenda: string[]
  minutes: string
  lecturer: string | null
  lectureMinutes: number | null
  speeches: { speaker: string; text: string; dissent: boolean }[]
}

const two = (n: number): string => String(n).padStart(2, '0')
const clockText = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** When which meeting begins (minutes of the day) and how long it lasts. */
const hours: Record<
  Duty,
  readonly [earliest: number, latest: number, shortest: number, longest: number]
> = {
  'general-meeting': [870, 930, 70, 120],
  'committee-meeting': [510, 600, 40, 90],
  'group-meeting': [930, 1020, 40, 70],
  'party-lecture': [870, 930, 60, 90],
  'theme-day': [840, 930, 60, 120],
  'life-meeting': [840, 870, 120, 200],
  review: [840, 870, 90, 120],
  'democratic-life': [540, 540, 150, 210],
}

export function compose(scene: Scene): Composed {
  const { plan, chair } = scene
  const [main] = plan.types
  if (!main) throw new RangeError(`${plan.key} has no type`)
  const random = randomOf(`minutes:${plan.key}`)
  const [earliest, latest, shortest, longest] = hours[main]
  const begins = earliest + random.int(0, (latest - earliest) / 10) * 10
  const startedAt = clockText(begins)
  const endedAt = clockText(begins + shortest + random.int(0, (longest - shortest) / 5) * 5)
  const branch = branchAt(plan.organization, plan.heldOn)
  const place = random.pick(mattersOf(branch).places)
  const isLecture = plan.types.includes('party-lecture')
  const lecturer = isLecture ? random.pick([chair, chair, ...scene.present.slice(0, 4)]) : null
  const fill = filler(scene, random, { startedAt, endedAt, place })
  return {
    title: titleOf(plan, random),
    startedAt,
    endedAt,
    place,
    agenda: agendaOf(plan, random).map(fill),
    minutes: minutesOf(scene, random, fill),
    lecturer,
    lectureMinutes: isLecture ? 40 + random.int(0, 10) * 5 : null,
    speeches: speechesOf(scene, random, fill),
  }
}

type Fill = (template: string) => string

/** Fills `{name}` places; the same place twice in one text names the same thing. */
function filler(
  scene: Scene,
  random: Random,
  times: { startedAt: string; endedAt: string; place: string },
): Fill {
  const { plan, chair, recorder, present, expected, away } = scene
  const topic = topicOf(monthOf(plan.heldOn))
  const branch = branchAt(plan.organization, plan.heldOn)
  const { work, trouble, unit } = mattersOf(branch)
  const speakers = random.sample(present, 6)
  const [a = chair, b = chair, c = recorder, reader = recorder] = speakers
  const values: Record<string, () => string> = {
    chair: () => chair,
    recorder: () => recorder,
    expected: () => String(expected),
    present: () => String(present.length),
    away: () => (away === 0 ? '全员到会' : `请假、缺席${away}人，已说明原因`),
    organization: () => nameAt(plan.organization, plan.heldOn),
    month: () => String(Number(plan.heldOn.slice(5, 7))),
    time: () => `${spoken(plan.heldOn)}${times.startedAt}`,
    end: () => times.endedAt,
    place: () => times.place,
    unit: () => unit,
    work: () => random.pick(work),
    trouble: () => random.pick(trouble),
    study: () => topic.study,
    activity: () => topic.activity,
    gain: () => topic.gain,
    a: () => a,
    b: () => b,
    c: () => c,
    reader: () => reader,
  }
  return (template) =>
    template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name]?.() ?? whole)
}

function minutesOf(scene: Scene, random: Random, fill: Fill): string {
  const { plan } = scene
  const lecture = random.pick(lectures)
  const parts: string[] = [random.pick(phrases.openings)]
  if (plan.types.includes('party-lecture'))
    parts.push(
      `授课题目《${lecture.title}》，讲了${lecture.points.length}个方面：${lecture.points.join('；')}。课后{a}、{b}两名同志结合{work}作了交流。`,
    )
  const [main] = plan.types
  if (main === 'democratic-life') parts.push(...phrases.teamLife)
  else if (main === 'life-meeting' || main === 'review') parts.push(...reviewParts(scene, random))
  else if (main !== 'party-lecture') {
    if (main === 'theme-day') parts.push('主题党日活动：{activity}。{reader}同志领学{study}。')
    else parts.push(random.pick(phrases.studied))
    parts.push(random.pick(phrases.discussed))
    if (main !== 'theme-day') parts.push(random.pick(phrases.thirdPoints))
  }
  parts.push(random.pick(phrases.closings))
  return parts.map(fill).join('\n')
}

function reviewParts({ plan, full }: Scene, random: Random): string[] {
  const parts: string[] = []
  const excellent = Math.floor(full / 3) - random.int(0, full > 9 ? 1 : 0)
  if (plan.types.includes('life-meeting'))
    parts.push(
      '一、书记{chair}同志代表支部通报上一年度整改落实情况和本次会前征求意见、谈心谈话情况。',
      `二、对照检查。党员逐一发言，开展批评与自我批评。共提出意见${random.int(14, 46)}条，其中涉及{trouble}的较集中。`,
      '三、{a}、{b}两名同志对支部在{work}方面的不足提出批评，支部当场认领，列入整改清单。',
    )
  if (plan.types.includes('review'))
    parts.push(
      '民主评议：个人自评、党员互评、民主测评依次进行，测评票当场收回，由{c}同志计票。预备党员参加评议、不定等次。',
      `参评正式党员${full}人，评定优秀${excellent}人、合格${full - excellent}人，优秀等次未超过三分之一；结果反馈本人。`,
    )
  return parts
}

function speechesOf({ plan, present }: Scene, random: Random, fill: Fill): Composed['speeches'] {
  const [main] = plan.types
  const most =
    main === 'general-meeting' || main === 'life-meeting' ? 6 : main === 'committee-meeting' ? 4 : 3
  const texts = random.sample(phrases.speeches, random.int(2, most))
  const speakers = random.sample(present, texts.length)
  const said = speakers.map((speaker, index) => ({
    speaker,
    text: fill(texts[index] ?? ''),
    dissent: false,
  }))
  const silent = present.filter((name) => !speakers.includes(name))
  if (silent.length > 0 && planOf(plan.organization).kind === 'branch' && random.chance(0.08)) {
    said.push({
      speaker: random.pick(silent),
      text: fill(random.pick(phrases.dissents)),
      dissent: true,
    })
  }
  return said
}
