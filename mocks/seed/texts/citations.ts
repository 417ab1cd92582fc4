import { mattersOf } from './matters.ts'
import { randomOf } from '#mocks/seed/random.ts'

type Template = (facts: { a: string; b: string; n: number; m: number }) => string

const templates: Readonly<Record<string, readonly Template[]>> = {
  'excellent-member': [
    ({ a, b, n }) =>
      `长期负责${a}，主动承担${b}，连续${n}个月办件零差错；先锋岗轮值从不缺席，带教新人耐心细致。`,
    ({ a, n, m }) =>
      `把${a}从“能办”做到“好办”，提出改进建议${m}条，被采纳${Math.max(1, m - 2)}条；群众送来锦旗${(n % 3) + 1}面。`,
    ({ a, b, m }) =>
      `在${a}和${b}的攻坚中冲在前面，利用午间和周末上门帮办${m * 6}次，遇到难题不推不拖。`,
    ({ a, b }) => `组织生活认真，学用结合，围绕${a}讲党课两次；牵头${b}，把分歧摆到桌面上解决。`,
  ],
  'model-post': [
    ({ a, b, n, m }) =>
      `承担${a}、${b}，首问负责、一次告知，一年办理${n * 310}余件，形成可复制的做法${m}项。`,
    ({ a, n }) =>
      `围绕${a}设立帮办席和午间值守，全年延时服务${n * 12}次，群众评价满意率保持在前列。`,
    ({ a, b, m }) => `把${a}与${b}合并受理，材料精简${m}项，岗位人员互为AB角，从未空岗。`,
  ],
  'skilled-worker': [
    ({ a, b, n }) => `熟练掌握${a}全流程，整理《${b}办理要点》供全科使用，平均办理时间缩短${n}%。`,
    ({ a, m }) => `业务比武名列前茅，对${a}的政策口径“问不倒”，带出业务骨干${m}名。`,
    ({ a, b, n }) => `自学数据工具梳理${a}，发现并改正${b}中的重复环节，退件率下降${n}%。`,
  ],
  'advanced-branch': [
    ({ a, b }) => `组织生活按期召开、记录真实，支部围绕${a}设岗定责，党员带头破解${b}难题。`,
    ({ a, m }) => `坚持把问题摆在会上，${a}整改销号${m}项；党员联系服务对象全覆盖。`,
  ],
  'service-star': [
    ({ a, n }) => `主动提醒和帮办${a}，全年上门服务${n * 4}次，行动不便的老人点名找人办。`,
    ({ a, b }) => `利用午间办理${a}，周末到园区讲解${b}，企业当场解决问题。`,
  ],
  'excellent-worker': [
    ({ a, m }) => `兼职党务三年，会议记录当天入册，${m}次在交流会上介绍做法，不因${a}繁忙而推后。`,
    ({ a, b }) => `把组织生活与${a}、${b}结合安排，党员出席率高，材料一次成稿。`,
  ],
}

/** What somebody was put forward for: of the branch's own work, and different each time. */
export function citationOf(classCode: string, branch: string, who: string): string {
  const random = randomOf(`citation:${classCode}:${who}`)
  const [a = '', b = ''] = random.sample(mattersOf(branch).work, 2)
  const template = random.pick(templates[classCode] ?? [])
  return template({ a, b, n: random.int(9, 36), m: random.int(3, 8) })
}
