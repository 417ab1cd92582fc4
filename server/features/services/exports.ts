import type { Received, Returned } from '#domain/contract.ts'
import { csvOf } from '#domain/csv.ts'
import type { Language } from '#domain/errors.ts'
import type { servicesContract } from '#domain/services.contract.ts'
import type { Beneficiary, ServiceChannel, ServiceKind, ServiceState } from '#domain/services.ts'
import type { Door } from '#server/door.ts'
import { wholeList } from '#server/text/wholeList.ts'
import { listServices } from './queries.ts'

type Contract = typeof servicesContract

interface Words {
  list: string
  head: string[]
  kinds: Record<ServiceKind, string>
  channels: Record<ServiceChannel, string>
  beneficiaries: Record<Beneficiary, string>
  nature: { volunteer: string; duty: string }
  states: Record<ServiceState, string>
}

const words: Record<Language, Words> = {
  zh: {
    list: '服务记录',
    head: [
      '日期',
      '开始',
      '结束',
      '组织',
      '党员',
      '类别',
      '人次',
      '时长（分钟）',
      '渠道',
      '办理事项',
      '服务对象',
      '性质',
      '状态',
      '同一时段的主题党日',
    ],
    kinds: {
      'extended-hours': '延时服务',
      assisted: '帮办服务',
      outreach: '延伸服务',
      reminder: '提醒服务',
    },
    channels: { counter: '窗口', phone: '电话', online: '网上', 'on-site': '上门', mail: '寄递' },
    beneficiaries: { people: '群众', enterprise: '市场主体' },
    nature: { volunteer: '志愿服务', duty: '岗位服务' },
    states: {
      logged: '待确认',
      confirmed: '已确认',
      returned: '已退回',
      appealed: '申诉中',
      withdrawn: '已撤回',
    },
  },
  en: {
    list: 'services',
    head: [
      'Day',
      'From',
      'To',
      'Organization',
      'Member',
      'Kind',
      'Served',
      'Minutes',
      'Channel',
      'Matter',
      'For whom',
      'Nature',
      'State',
      'Theme day at the same time',
    ],
    kinds: {
      'extended-hours': 'Extended hours',
      assisted: 'Assisted filing',
      outreach: 'Outreach',
      reminder: 'Reminder',
    },
    channels: {
      counter: 'Counter',
      phone: 'Phone',
      online: 'Online',
      'on-site': 'On site',
      mail: 'Mail',
    },
    beneficiaries: { people: 'People', enterprise: 'Enterprises' },
    nature: { volunteer: 'Volunteered', duty: 'On duty' },
    states: {
      logged: 'Waiting',
      confirmed: 'Confirmed',
      returned: 'Returned',
      appealed: 'Appealed',
      withdrawn: 'Withdrawn',
    },
  },
}

/** Exactly the rows of the list under the same filter and the same rights, in its order: record by record, nobody's sum. */
export async function exportList(
  door: Door,
  { body }: Received<Contract['exportList']>,
): Promise<Returned<Contract['exportList']>> {
  const w = words[door.language]
  const { rows, total } = await wholeList((page) => listServices(door, { ...body, ...page }))
  door.note({ organizationId: body.organization ?? null, detail: { ...body, rows: total } })
  return {
    name: `${w.list}-${door.today}.csv`,
    text: csvOf(
      w.head,
      rows.map((row) => [
        row.servedOn,
        row.from,
        row.to,
        row.organizationName,
        row.memberName,
        w.kinds[row.kind],
        row.visits,
        row.minutes,
        w.channels[row.channel],
        row.item,
        w.beneficiaries[row.beneficiary],
        row.isVolunteer ? w.nature.volunteer : w.nature.duty,
        w.states[row.state],
        row.themeDay,
      ]),
    ),
  }
}
