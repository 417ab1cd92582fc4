import type { Received, Returned } from '#domain/contract.ts'
import { csvOf } from '#domain/csv.ts'
import type { Language } from '#domain/errors.ts'
import type { studiesContract } from '#domain/studies.contract.ts'
import type { HourSource, StudyKind, StudyStatus } from '#domain/studies.ts'
import type { Door } from '#server/door.ts'
import { wholeList } from '#server/text/wholeList.ts'
import { listHours, memberHours } from './hours.ts'
import { listStudies } from './queries.ts'

type Contract = typeof studiesContract
type File = Returned<Contract['exportList']>

interface Words {
  list: string
  hours: string
  listHead: string[]
  hoursHead: string[]
  everybody: string
  everybodyHead: string[]
  yes: string
  no: string
  kinds: Record<StudyKind | HourSource['kind'], string>
  statuses: Record<StudyStatus, string>
  total: string
}

const words: Record<Language, Words> = {
  zh: {
    list: '学习活动',
    hours: '学时明细',
    listHead: [
      '开始日期',
      '结束日期',
      '组织',
      '类型',
      '系列',
      '主题',
      '授课人',
      '状态',
      '时长（分钟）',
      '邀请人数',
      '参加人数',
      '参学合计（分钟）',
    ],
    hoursHead: ['日期', '类型', '名称', '组织', '计入（分钟）', '活动时长（分钟）'],
    everybody: '党员学时',
    everybodyHead: [
      '姓名',
      '组织',
      '已学（分钟）',
      '应学（分钟）',
      '还差（分钟）',
      '书记或班子',
      '集中培训（次）',
    ],
    yes: '是',
    no: '否',
    kinds: {
      'party-lecture': '党课',
      lecture: '业务骨干授课',
      competition: '比赛竞赛',
      reading: '读书',
      training: '培训',
    },
    statuses: { planned: '计划中', held: '待办结', closed: '已办结' },
    total: '合计',
  },
  en: {
    list: 'studies',
    hours: 'study-hours',
    listHead: [
      'From',
      'To',
      'Organization',
      'Kind',
      'Series',
      'Topic',
      'Lecturer',
      'Status',
      'Minutes',
      'Invited',
      'Came',
      'Person-minutes',
    ],
    hoursHead: ['Day', 'Kind', 'Title', 'Organization', 'Minutes counted', 'Minutes in all'],
    everybody: 'members-hours',
    everybodyHead: [
      'Name',
      'Organization',
      'Minutes counted',
      'Minutes owed',
      'Minutes short',
      'Secretary or committee',
      'Courses',
    ],
    yes: 'yes',
    no: 'no',
    kinds: {
      'party-lecture': 'Party lecture',
      lecture: 'Lecture',
      competition: 'Competition',
      reading: 'Reading',
      training: 'Training',
    },
    statuses: { planned: 'Planned', held: 'To be closed', closed: 'Closed' },
    total: 'Total',
  },
}

/** Exactly the rows of the list under the same filter and the same rights, in its order. */
export async function exportList(
  door: Door,
  { body }: Received<Contract['exportList']>,
): Promise<File> {
  const w = words[door.language]
  const { rows, total } = await wholeList((page) => listStudies(door, { ...body, ...page }))
  door.note({ organizationId: body.organization ?? null, detail: { ...body, rows: total } })
  return {
    name: `${w.list}-${door.today}.csv`,
    text: csvOf(
      w.listHead,
      rows.map((row) => [
        row.heldOn,
        row.endsOn,
        row.organizationName,
        w.kinds[row.kind],
        row.series,
        row.topic,
        row.lecturer,
        w.statuses[row.status],
        row.minutes,
        row.invited,
        row.present,
        row.personMinutes,
      ]),
    ),
  }
}

/** One member's year, record by record, and their sum. */
export async function exportHours(
  door: Door,
  { params, body }: Received<Contract['exportHours']>,
): Promise<File> {
  const w = words[door.language]
  const { sources, minutes } = await memberHours(door, params.id, body.year)
  door.note({
    target: { kind: 'member', id: params.id },
    detail: { year: body.year, rows: sources.length },
  })
  return {
    name: `${w.hours}-${body.year}.csv`,
    text: csvOf(w.hoursHead, [
      ...sources.map((one) => [
        one.heldOn,
        w.kinds[one.kind],
        one.title,
        one.organizationName,
        one.minutes,
        one.whole,
      ]),
      [w.total, null, null, null, minutes, null],
    ]),
  }
}

/** Everybody's hours of a year as the list has them: in the order of the roster, one line a person, nobody ranked. */
export async function exportHoursList(
  door: Door,
  { body }: Received<Contract['exportHoursList']>,
): Promise<File> {
  const w = words[door.language]
  const { rows, total } = await wholeList((page) => listHours(door, { ...body, ...page }))
  door.note({ organizationId: body.organization ?? null, detail: { ...body, rows: total } })
  return {
    name: `${w.everybody}-${body.year}.csv`,
    text: csvOf(
      w.everybodyHead,
      rows.map((row) => [
        row.name,
        row.organizationName,
        row.minutes,
        row.targetMinutes,
        Math.max(0, row.targetMinutes - row.minutes),
        row.officer ? w.yes : w.no,
        row.officer ? row.courses : null,
      ]),
    ),
  }
}
