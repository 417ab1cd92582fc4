/** What each branch works on: nouns that minutes, speeches and resolutions speak of. */
interface Matters {
  /** The unit as it calls itself. */
  unit: string
  /** Things in hand. */
  work: readonly string[]
  /** What goes badly, named openly. */
  trouble: readonly string[]
  places: readonly string[]
}

const words = (text: string): readonly string[] => text.split('、')

export const matters: Readonly<Record<string, Matters>> = {
  committee: {
    unit: '机关党委',
    work: words('窗口支部建设、党建与业务融合、年轻干部培养、基层减负'),
    trouble: words('调研不够深、督办多指导少、到窗口支部听意见少'),
    places: words('五楼会议室、三楼党员活动室'),
  },
  office: {
    unit: '综合科',
    work: words(
      '公文流转时限、会议精简、档案数字化、预算执行进度、固定资产清查、新录用人员带教、政策文件合法性审查、督查事项台账、机关食堂与保洁合同续签、年度考核资料归集',
    ),
    trouble: words('部分材料重复报送、会议通知临时变更多、制度修订滞后、个别台账更新不及时'),
    places: words('三楼党员活动室、五楼会议室、机关图书角'),
  },
  invest: {
    unit: '投资项目审批科',
    work: words(
      '项目代码核验、立项备案材料精简、代办帮办清单、重点项目调度会、区域评估成果共享、容缺受理、项目资料卡更新、拿地即开工服务包、项目回访、节能审查与立项并联',
    ),
    trouble: words(
      '跨部门意见征询超时、代办员力量不足、个别项目资料卡未及时更新、企业对容缺补正期限不清楚',
    ),
    places: words('投资项目代办中心、四楼会议室、园区便民服务站'),
  },
  market: {
    unit: '市场服务科',
    work: words(
      '企业开办一日办结、个体工商户变更登记、食品经营许可核查、歇业备案、信用修复提醒、证照到期提醒、一业一证、企业注销便利化、登记档案查询、开办大礼包发放',
    ),
    trouble: words(
      '高峰时段取号等候偏长、经营范围表述解释不一、信用修复材料退件率偏高、提醒短信覆盖不全',
    ),
    places: words('市场服务区会议室、二楼党员活动室、企业服务驿站'),
  },
  social: {
    unit: '社会事务科',
    work: words(
      '民办教育机构设立、养老机构备案、卫生许可延续、文化经营许可、社会组织年检协助、残疾人机动车事项、老年人优待事项、婚育一件事联办',
    ),
    trouble: words('联办事项数据推送失败、现场核查排期紧、群众对材料格式疑问多'),
    places: words('三楼小会议室、社会事务科办公室'),
  },
  works: {
    unit: '工程建设科',
    work: words(
      '建设工程规划许可、施工许可分阶段办理、联合验收、水电气报装并联、消防设计审查衔接、承诺制核验、图审结果互认、竣工档案预验收、工改系统数据质量、区域评估应用',
    ),
    trouble: words(
      '联合验收整改回传慢、承诺事项事中核验人手紧、系统推送图纸不全、勘验时间与企业进度冲突',
    ),
    places: words('工程建设科会议室、项目工地临时会议室、四楼党员活动室'),
  },
  hall1: {
    unit: '窗口第一党支部各专区',
    work: words(
      '首问负责、综合受理收件质量、企业开办专窗、不动产登记交易一窗办、税费协同、午间延时服务、预约上门、导办岗轮值、一次性告知、帮办代办记录、好差评回访',
    ),
    trouble: words(
      '午间值守人手紧、复杂件转办衔接不顺、不动产历史遗留资料缺失、个别窗口一次性告知不到位、导办岗高峰期忙闲不均',
    ),
    places: words('大厅一区党员活动室、窗口值班室、二楼多功能厅、党员示范岗前'),
  },
  hall2: {
    unit: '窗口第二党支部各专区',
    work: words(
      '社保待遇核定、医保异地备案、出入境证件受理、户政自助办理、公积金提取、水气暖过户、高频事项向社区延伸、老年人陪办、异地事项通办、办不成事反映窗口轮值',
    ),
    trouble: words(
      '异地通办材料标准不一、自助机故障报修慢、社保政策调整期咨询量大、老年群众操作困难',
    ),
    places: words('大厅二区党员活动室、社保专区会议角、社区便民服务站、二楼多功能厅'),
  },
  tech: {
    unit: '信息技术科',
    work: words(
      '政务服务系统运维、数据共享接口、电子证照归集、自助终端巡检、账号权限清理、等级保护整改、系统升级上线、数据备份演练',
    ),
    trouble: words('接口调用失败率波动、厂商驻场人员更替、演练记录不规范'),
    places: words('机房值班室会议桌、信息技术科办公室'),
  },
  retired: {
    unit: '离退休干部党支部',
    work: words(
      '老干部学习日、银龄志愿服务、走访慰问、关心下一代工作、送学上门、健康讲座、审批服务义务监督员、书画活动',
    ),
    trouble: words('部分老同志出行不便、外地居住同志参加学习困难、智能设备使用不熟练'),
    places: words('老干部活动中心、社区党群服务中心、机关一楼接待室'),
  },
}

export function mattersOf(branch: string): Matters {
  const found = matters[branch]
  if (!found) throw new RangeError(`no matters of ${branch}`)
  return found
}
