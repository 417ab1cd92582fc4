type Facts = Record<string, number | string>

/** 组织: the tree, the card of one organization, and what can be done with it. */
export const organizations = {
  title: '组织',
  purpose: '党委、党总支、党支部、党小组逐级展开；选中一个组织，看它的班子、任期和人数。',
  treeLabel: '组织树',
  searchLabel: '查找组织',
  noRoots: '还没有可以查看的组织',
  noRootsText: '您的角色没有绑定到组织。需要时请联系本单位的安全管理员。',
  loadFailed: '没能载入组织',
  choose: '在左侧选择一个组织',

  kinds: { committee: '党委', 'general-branch': '党总支', branch: '党支部', group: '党小组' },
  /** On the small mark before a name in the tree. */
  kindLetters: { committee: '委', 'general-branch': '总', branch: '支', group: '组' },
  branchKinds: {
    regular: '普通党支部',
    joint: '联合党支部',
    project: '项目党支部',
    temporary: '临时党支部',
    retired: '离退休党支部',
    mobile: '流动党员党支部',
  },
  posts: {
    secretary: '书记',
    'deputy-secretary': '副书记',
    'organization-officer': '组织委员',
    'publicity-officer': '宣传委员',
    'discipline-officer': '纪检委员',
    'youth-officer': '青年委员',
    officer: '委员',
    'group-leader': '组长',
    'deputy-group-leader': '副组长',
  },

  meta: {
    members: (n: string) => `${n} 人`,
    below: (n: string) => `${n} 个下级`,
    membersSpoken: (n: string) => `党员 ${n} 人`,
  },
  closedOn: (day: string) => `已于 ${day} 撤销`,

  fields: {
    kind: '类型',
    branchKind: '支部类型',
    name: '简称',
    nameHint: '日常使用的名称，同一上级下不能重名。',
    fullName: '全称',
    fullNameHint: '印章上的名称，一般为“中共”加单位名称和组织类型。',
    nationalCode: '全国党组织代码',
    nationalCodeHint: '12 位数字，首位的 0 也要填。没有可以不填。',
    foundedOn: '成立日期',
    parent: '上级组织',
    rank: '排序',
    rankHint: '数字小的排在前面，与正式名册的顺序一致。不填则不变。',
    on: '生效日期',
    reason: '事由',
    reasonHint: '如：机构改革，机党发〔2026〕8号',
  },

  counts: {
    heading: '人数与下级',
    note: '含所有下级，不含停止党籍和已出党的。',
    full: '正式党员',
    probationary: '预备党员',
    candidate: '发展对象',
    activist: '积极分子',
    applicant: '入党申请人',
    branches: '党支部',
    honours: '有效荣誉',
    openHonours: (n: number) => `查看这 ${n} 项荣誉`,
    groups: '党小组',
    open: (stage: string, n: number) => `查看这 ${n} 名${stage}`,
    openBelow: (kind: string, n: number) => `查看这 ${n} 个${kind}`,
    belowTitle: (organ: string, kind: string) => `${organ}的${kind}`,
    studies: '含所有下级；点开是那几次活动。',
    belowSome: (n: number) => `只列出前 ${n} 个，其余请用上方的查找。`,
  },

  postsHeading: '班子与职务',
  noPosts: '没有登记在任的职务',
  noPostsText: '任命后，会议的主持人、支委会的应到名单随之得出。',
  since: (day: string) => `自 ${day}`,
  from: (day: string) => `${day} 起任`,
  until: (day: string) => `任至 ${day}`,

  term: {
    heading: '任期',
    start: '开始日期',
    end: '届满日期',
    extended: '批准延期至',
    document: '延期文号',
    none: '还没有登记任期',
    noneText: '登记当选日期后，换届提醒按届满日期自动计算。',
    group: '党小组没有法定任期，组长由党支部指定或小组党员推荐。',
    temporary: '临时党支部不换届，任务结束时撤销。',
  },
  suggestions: '设置与建议',
  suggestionsNote: '只作提示：成立、调整和撤销由上级党组织决定。',
  history: '沿革',
  historyOf: { founded: '成立', renamed: '更名', moved: '调整上级' },
  historyUnder: (parent: string) => `上级：${parent}`,

  actions: {
    create: '新建下级',
    change: '修改资料',
    move: '调整上级',
    close: '撤销',
    appoint: '任命',
    endPost: '免去',
    startTerm: '开始新一届',
    startFirstTerm: '登记任期',
    extendTerm: '批准延期',
  },
  reasons: {
    closed: '该组织已撤销，记录只供查看',
    root: '最上级组织不能调整或撤销',
    group: '党小组下不再设组织',
    noTerm: '没有法定任期，不换届',
    needTerm: '先登记本届任期',
  },

  permit: {
    needRole: (roles: readonly string[]) => `当前角色没有这项权限，需要${roles.join('或')}`,
    outside: '这个组织不在您的管理范围内',
  },

  create: {
    title: (organ: string) => `在“${organ}”下新建组织`,
    submit: '新建',
    done: (name: string) => `已新建“${name}”`,
    under: '设在',
    kindHint: (parent: string) => `${parent}下可以设这些类型。`,
  },
  change: {
    title: (organ: string) => `修改“${organ}”的资料`,
    submit: '保存',
    done: '资料已保存',
    nothing: '没有改动',
    onHint: '改了简称才需要：新名称从这一天起用，旧名称留在沿革里。',
  },
  move: {
    title: (organ: string) => `调整“${organ}”的上级`,
    submit: '调整上级',
    done: (organ: string) => `已调整到“${organ}”之下`,
    now: '现在的上级',
    hits: (below: string) => `一并调整：${below}，以及其中党员的组织关系和历年台账。`,
    hitsNone: '没有下级组织；其中党员和历年台账一并调整。',
    and: '、',
    branches: (n: number) => `${n} 个党支部`,
    groups: (n: number) => `${n} 个党小组`,
    members: (n: number) => `${n} 名党员`,
    kept: '过去的会议仍记在当时的上级名下，沿革会留下这次调整。',
    conflict: '这个组织刚被别人改动过，已载入最新内容，请核对后再提交。',
  },
  close: {
    title: (organ: string) => `撤销“${organ}”`,
    submit: '撤销',
    done: (organ: string) => `已撤销“${organ}”`,
    hits: '撤销之后',
    posts: (names: string) => `在任职务同日结束：${names}`,
    noPosts: '没有在任职务',
    term: (end: string) => `本届任期同日结束（原定 ${end}）`,
    records: '历年会议、台账和沿革全部保留，不能再记录新的会议。',
    still: (below: string) => `还有${below}，须先调整到其他组织才能撤销。`,
    final: '撤销后不能恢复，需要时另行新建。',
  },
  appoint: {
    title: (organ: string) => `任命“${organ}”的职务`,
    submit: '任命',
    post: '职务',
    member: '任职党员',
    memberHint: '从本组织及下级的花名册中选择。选举产生的职务须是有被选举权的正式党员。',
    startedOn: '任职日期',
    done: (name: string, post: string) => `已任命${name}为${post}`,
  },
  endPost: {
    title: (name: string, post: string) => `免去${name}的${post}职务`,
    submit: '免去',
    endedOn: '最后一天',
    done: (name: string, post: string) => `已免去${name}的${post}职务`,
  },
  startTerm: {
    title: (organ: string) => `登记“${organ}”新一届任期`,
    submit: '开始这一届',
    startedOn: '当选日期',
    startedOnHint: '选举大会当天算任期第一天。上一届在前一天结束。',
    years: '任期年数',
    endsOn: (day: string) => `届满日期为 ${day}`,
    done: '新一届任期已登记',
  },
  extendTerm: {
    title: (organ: string) => `登记“${organ}”延期换届`,
    submit: '登记延期',
    until: '延期至',
    untilHint: (end: string, latest: string) => `本届 ${end} 届满，最晚可延至 ${latest}。`,
    documentNumber: '批准文号',
    documentHint: '上级党组织批准延期的文件，如：机党发〔2026〕12号',
    done: '延期已登记',
  },

  member: {
    open: '打开完整档案',
    place: '所在组织',
    posts: '党内职务',
    partyAge: '党龄',
    phone: '联系电话',
  },

  verdicts: {
    'structure.fits': () => '现有规模与组织类型相符。',
    'structure.temporary': () => '临时党支部按任务设立，不按人数要求。',
    'structure.committee.under-100': (f: Facts) =>
      `党员 ${f.partyMembers} 名，不足 100 名：党委一般在 100 名以上时设立，经上级批准可以少于此数。`,
    'structure.general-branch.suggest-committee': (f: Facts) =>
      `党员 ${f.partyMembers} 名，已达 100 名：可以请示上级改设党委。`,
    'structure.general-branch.under-50': (f: Facts) =>
      `党员 ${f.partyMembers} 名，不足 50 名：党总支一般在 50 名以上时设立，经上级批准可以少于此数。`,
    'structure.group.under-3': (f: Facts) =>
      `党员 ${f.partyMembers} 名：党小组一般不少于 3 名党员。`,
    'structure.group.no-full-member': () => '没有正式党员：党小组中至少有 1 名正式党员。',
    'structure.branch.under-3': (f: Facts) =>
      `正式党员 ${f.fullMembers} 名，不足 3 名：应当与邻近单位联合成立党支部。`,
    'structure.branch.suggest-committee': (f: Facts) =>
      `党员 ${f.partyMembers} 名，已达 100 名：可以请示上级改设党委。`,
    'structure.branch.suggest-general-branch': (f: Facts) =>
      `党员 ${f.partyMembers} 名，已达 50 名：可以请示上级改设党总支。`,
    'structure.branch.over-50': (f: Facts) =>
      `党员 ${f.partyMembers} 名：党支部党员一般不超过 50 名。`,
    'structure.joint.over-5-units': (f: Facts) => `联合了 ${f.units} 个单位：一般不超过 5 个。`,
    'structure.branch.committee-missing': (f: Facts) =>
      `正式党员 ${f.fullMembers} 名，已达 7 名：应当选举产生支部委员会。`,
    'structure.branch.committee-not-required': (f: Facts) =>
      `正式党员 ${f.fullMembers} 名，不足 7 名：不设支部委员会，设 1 名书记即可。`,
    'structure.branch.committee-under-3': (f: Facts) =>
      `支部委员会现有 ${f.committeeSeats} 人：应当由 3 至 5 人组成。`,
    'structure.branch.committee-over-7': (f: Facts) =>
      `支部委员会现有 ${f.committeeSeats} 人：一般不超过 7 人。`,
    'term.calm': (f: Facts) => `任期在 ${f.effectiveEnd} 届满，还有 ${f.daysLeft} 天。`,
    'term.d180': (f: Facts) =>
      `还有 ${f.daysLeft} 天届满：上级一般提前 6 个月提醒，可以开始筹备换届。`,
    'term.d120': (f: Facts) => `还有 ${f.daysLeft} 天届满：可以向上级报送换届请示。`,
    'term.d60': (f: Facts) => `还有 ${f.daysLeft} 天届满：应当确定候选人预备人选和选举日期。`,
    'term.d30': (f: Facts) => `还有 ${f.daysLeft} 天届满：应当召开选举大会，或报请批准延期。`,
    'term.due': () => '任期今天届满：应当完成换届，或持有批准延期的文件。',
    'term.overdue': (f: Facts) =>
      `任期已在 ${f.effectiveEnd} 届满，超过 ${Math.abs(Number(f.daysLeft))} 天，没有换届也没有登记批准延期。`,
  },
}
