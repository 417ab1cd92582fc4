import type { ServiceKind } from '#domain/services.ts'

const words = (text: string): readonly string[] => text.split('、')

/** What was done, by kind and branch; the last list is for branches without their own. */
const items: Record<ServiceKind, Readonly<Record<string, readonly string[]>>> = {
  'extended-hours': {
    hall1: words('午间不动产登记、午间企业开办、周六企业开办、下班后税费咨询、预约延时受理'),
    hall2: words('午间社保办理、周六出入境办理、下班后户政办理、午间医保办理、预约延时受理'),
    invest: words('项目备案延时核验、周末项目会商、下班后材料预审'),
    market: words('午间登记受理、周六开办专窗、下班后许可受理'),
    works: words('施工许可延时受理、周末联合验收、午间图审咨询'),
    '': words('午间值班受理、下班后咨询、周末预约受理'),
  },
  assisted: {
    hall1: words('企业开办帮办、不动产过户帮办、老年人代填表、自助机引导、税费申报帮办'),
    hall2: words('社保转移帮办、老年人认证帮办、户口迁移帮办、残疾证帮办、生育登记帮办'),
    invest: words('立项备案代办、项目资料整理、容缺补正帮办、节能审查代办'),
    market: words('食品许可帮办、经营范围填报、信用修复帮办、企业注销帮办'),
    works: words('规划许可代办、施工许可代办、竣工验收帮办'),
    social: words('民办学校审批帮办、社会组织年检帮办、医疗机构许可帮办'),
    tech: words('网上办事帮办、电子证照帮办、账号找回帮办'),
    '': words('材料代填、流程引导、政策问答'),
  },
  outreach: {
    invest: words('园区上门会商、项目现场踏勘、企业走访送政策'),
    works: words('工地现场指导、园区踏勘、联合踏勘'),
    social: words('上门办理养老备案、校园办证、社区办证日'),
    market: words('市场现场核查、商圈流动办照、证照寄递'),
    retired: words('社区政策宣讲、老年大学助学、文明引导'),
    hall2: words('上门办理社保认证、乡镇流动服务、证件寄递'),
    hall1: words('园区流动窗口、证照寄递、银行网点联办'),
    '': words('进社区宣传、进园区答疑、结对帮扶走访'),
  },
  reminder: {
    market: words('食品许可到期提醒、年报提醒、信用修复提醒'),
    works: words('施工许可延期提醒、补正材料提醒'),
    hall1: words('补正材料提醒、领证提醒、预约提醒'),
    hall2: words('养老认证提醒、证件到期提醒、补贴申领提醒'),
    invest: words('容缺补正提醒、项目节点提醒'),
    social: words('许可延续提醒、年检提醒'),
    '': words('政策到期提醒、办事进度提醒'),
  },
}

export const itemsOf = (kind: ServiceKind, branch: string): readonly string[] =>
  items[kind][branch] ?? items[kind][''] ?? []
