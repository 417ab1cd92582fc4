import type { Day } from '#domain/dates.ts'
import type { BranchKind, OrganizationKind } from '#domain/rules/structure.ts'
import { randomOf, seedId } from './random.ts'
import { instant } from './clock.ts'
import type { SeedRow } from './rows.ts'
import { organizationKeys } from '#server/text/pinyin.ts'

/** One organization of the fictional 某市行政审批局, by a short key that the other plans use. */
export interface OrganizationPlan {
  key: string
  parent: string | null
  kind: OrganizationKind
  branchKind: BranchKind | null
  name: string
  fullName: string | null
  foundedOn: Day
}

export const bureauName = '某市行政审批局'
export const rootKey = 'committee'

/** Branches in the order of the official list: key, name, founding, and their groups. */
const branches: readonly {
  key: string
  unit: string
  foundedOn: Day
  committee: boolean
  branchKind?: BranchKind
  groups: readonly [key: string, name: string, foundedOn?: Day][]
}[] = [
  {
    key: 'office',
    unit: '综合科',
    foundedOn: '2018-12-28',
    committee: true,
    groups: [
      ['office-1', '文秘会务党小组'],
      ['office-2', '人事财务党小组'],
      ['office-3', '政策法规党小组'],
    ],
  },
  {
    key: 'invest',
    unit: '投资项目审批科',
    foundedOn: '2018-12-28',
    committee: true,
    groups: [
      ['invest-1', '立项备案党小组'],
      ['invest-2', '帮办代办党小组'],
      ['invest-3', '重点项目党小组'],
    ],
  },
  {
    key: 'market',
    unit: '市场服务科',
    foundedOn: '2018-12-28',
    committee: true,
    groups: [
      ['market-1', '企业登记党小组'],
      ['market-2', '行业许可党小组'],
      ['market-3', '信用服务党小组', '2025-04-01'],
    ],
  },
  { key: 'social', unit: '社会事务科', foundedOn: '2018-12-28', committee: false, groups: [] },
  {
    key: 'works',
    unit: '工程建设科',
    foundedOn: '2018-12-28',
    committee: true,
    groups: [
      ['works-1', '规划许可党小组'],
      ['works-2', '施工许可党小组'],
      ['works-3', '竣工验收党小组'],
    ],
  },
  {
    key: 'hall1',
    unit: '政务服务中心窗口第一',
    foundedOn: '2019-03-15',
    committee: true,
    groups: [
      ['hall1-1', '综合受理党小组'],
      ['hall1-2', '企业开办专窗党小组'],
      ['hall1-3', '不动产登记专区党小组'],
      ['hall1-4', '税费协同专区党小组'],
      ['hall1-5', '咨询导办党小组'],
    ],
  },
  {
    key: 'hall2',
    unit: '政务服务中心窗口第二',
    foundedOn: '2020-05-08',
    committee: true,
    groups: [
      ['hall2-1', '社保医保专区党小组'],
      ['hall2-2', '出入境户政专区党小组'],
      ['hall2-3', '民生事项专区党小组'],
      ['hall2-4', '公用服务专区党小组'],
    ],
  },
  { key: 'tech', unit: '信息技术科', foundedOn: '2021-06-10', committee: false, groups: [] },
  {
    key: 'retired',
    unit: '离退休干部',
    foundedOn: '2018-12-28',
    committee: true,
    branchKind: 'retired',
    groups: [
      ['retired-1', '离退休第一党小组'],
      ['retired-2', '离退休第二党小组'],
      ['retired-3', '离退休第三党小组'],
    ],
  },
]

export const organizationPlans: readonly OrganizationPlan[] = [
  {
    key: rootKey,
    parent: null,
    kind: 'committee',
    branchKind: null,
    name: `${bureauName}机关党委`,
    fullName: `中共${bureauName}机关委员会`,
    foundedOn: '2018-12-20',
  },
  ...branches.flatMap(({ key, unit, foundedOn, committee, branchKind, groups }) => [
    {
      key,
      parent: rootKey,
      kind: 'branch' as const,
      branchKind: branchKind ?? ('regular' as const),
      name: `${unit}党支部`,
      fullName: `中共${bureauName}${unit}${committee ? '支部委员会' : '支部'}`,
      foundedOn,
    },
    ...groups.map(([groupKey, name, founded]) => ({
      key: groupKey,
      parent: key,
      kind: 'group' as const,
      branchKind: null,
      name,
      fullName: null,
      foundedOn: founded ?? (foundedOn < '2019-06-01' ? '2019-06-01' : foundedOn),
    })),
  ]),
]

export const branchKeys = branches.map(({ key }) => key)
export const groupKeys = branches.flatMap(({ groups }) => groups.map(([key]) => key))
/** Two branches have fewer than seven full members and therefore no committee. */
export const hasCommittee = (branch: string): boolean =>
  branches.some(({ key, committee }) => key === branch && committee)

/** The past: one branch had another name, one group hung under another branch. */
export const renamed = {
  key: 'works',
  on: '2025-07-01',
  oldName: '建设项目审批科党支部',
  reason: '内设机构更名，党支部名称相应调整（某审机党〔2025〕14号）',
}
export const moved = {
  key: 'hall2-4',
  on: '2026-03-01',
  oldParent: 'hall1',
  reason: '大厅分区调整，专区划归窗口第二党支部（某审机党〔2026〕6号）',
}

const byKey = new Map(organizationPlans.map((plan) => [plan.key, plan]))

export function planOf(key: string): OrganizationPlan {
  const plan = byKey.get(key)
  if (!plan) throw new RangeError(`no organization ${key}`)
  return plan
}

/** The branch of an organization on a day: itself, or the branch that held the group then. */
export function branchAt(key: string, day: Day): string {
  const plan = planOf(key)
  if (plan.kind !== 'group' || plan.parent === null) return key
  return key === moved.key && day < moved.on ? moved.oldParent : plan.parent
}

export const nameAt = (key: string, day: Day): string =>
  key === renamed.key && day < renamed.on ? renamed.oldName : planOf(key).name

const ids = new Map(
  organizationPlans.map(({ key, foundedOn }) => [
    key,
    seedId(instant(foundedOn, '09:00'), `organization:${key}`),
  ]),
)

export function organizationIdOf(key: string): string {
  const id = ids.get(key)
  if (!id) throw new RangeError(`no organization ${key}`)
  return id
}

const steps = 'abcdefghijklmnopqrstuvwxyz234567'
const stepOf = (key: string): string => {
  const random = randomOf(`path:${key}`)
  return `${Array.from({ length: 8 }, () => random.pick(Array.from(steps))).join('')}.`
}
export const pathOf = (key: string): string => {
  const { parent } = planOf(key)
  return `${parent === null ? '' : pathOf(parent)}${stepOf(key)}`
}

export function organizationRows(): SeedRow<'organization'>[] {
  return organizationPlans.map((plan, index) => {
    const keys = organizationKeys(plan.name)
    return {
      id: organizationIdOf(plan.key),
      parent_id: plan.parent === null ? null : organizationIdOf(plan.parent),
      path: pathOf(plan.key),
      kind: plan.kind,
      branch_kind: plan.branchKind,
      name: plan.name,
      full_name: plan.fullName,
      // 0999 opens no code that was ever given out.
      national_code: plan.kind === 'group' ? null : `0999${String(index + 1).padStart(8, '0')}`,
      name_pinyin: keys.pinyin,
      name_initials: keys.initials,
      rank: index,
      founded_on: plan.foundedOn,
      closed_on: null,
      closed_reason: null,
      version: plan.key === renamed.key || plan.key === moved.key ? 2 : 1,
    }
  })
}
