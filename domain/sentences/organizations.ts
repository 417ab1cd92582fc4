import type { Sentences } from '#domain/sentences.ts'

/** The tree, posts and terms, exemptions. */
export const organizations: Sentences = {
  '全国党组织代码为 12 位数字': 'A national code has 12 digits',
  '该组织已于 {on} 撤销': 'The organization was closed on {on}',
  该组织已撤销: 'The organization is closed',
  '这个组织已撤销，请选择其他上级组织': 'That organization is closed; choose another parent',
  '{parent}下不能设{kind}，请选择{parents}': 'A {parent} cannot hold a {kind}: choose a {parents}',
  '组织层级最多 {deepest} 层，请选择更高的上级组织':
    'The tree has at most {deepest} levels; choose a higher parent',
  '同一上级下已有“{name}”，请换一个名称或位置':
    'The parent already has “{name}”; choose another name or place',
  '该代码已被其他组织使用，请核对': 'Another organization has this code; please check',
  '临时党支部与其他党支部应履行的任务不同，成立当月之后不能互改，请撤销后另行新建':
    'A temporary branch owes other duties than any other: after the month of its founding neither becomes the other; close it and make a new one',
  '只有党支部才分类型，请留空': 'Only branches have a kind; leave it empty',
  '最上级组织不能{what}': 'Not possible for the topmost organization: {what}',
  撤销: 'closing or revoking',
  调整: 'moving',
  更名: 'renaming',
  '不能选它自己或它的下级，请选择其他上级组织':
    'Neither itself nor what is below it; choose another parent',
  '已在这个组织之下，请选择其他上级组织': 'It is there already; choose another parent',
  '日期不能晚于今天，请在生效当天或之后登记':
    'The day cannot be after today; record it on the day or later',
  '日期不能早于 {from}（最近一次变更或成立的日期）':
    'The day cannot be before {from} (the last change, or the founding)',
  '这个组织到 {last} 仍有记录，撤销日期不能早于它':
    'The organization has records until {last}; it cannot be closed before that',
  '新的上级组织成立于 {on}，调整日期不能早于它':
    'The new parent was founded on {on}; nothing moves there before that',
  '不能早于成立日期 {on}；成立日期有误的，请先在“修改资料”中更正':
    'Not before the founding on {on}; if that day is wrong, put it right under Edit first',
  成立日期不能晚于今天: 'The founding is not later than today',
  '这个组织自 {on} 起已有记录，成立日期须早于它':
    'This organization has records from {on} on; its founding is before them',
  '{name} 不在这个组织的花名册上，请先转入组织关系':
    '{name} is not on this roster; transfer the membership first',
  '党小组只设组长、副组长': 'A group has only a leader and a deputy leader',
  '组长、副组长属于党小组，请到党小组任命': 'Leaders of groups are appointed at the group',
  '{name} 不是党员，请选择本小组的党员':
    '{name} is not a Party member; choose a member of this group',
  '{name} 是预备党员，没有被选举权，不能担任选举产生的职务（基层组织选举工作条例第五条）':
    '{name} is a probationary member and cannot be elected (基层组织选举工作条例 Art. 5)',
  '{name} 目前没有被选举权，请选择享有被选举权的正式党员（基层组织选举工作条例第五条）':
    '{name} cannot be elected now; choose a full member who can (基层组织选举工作条例 Art. 5)',
  '不能任命自己担任党委书记，请由其他党务专干办理':
    'You cannot appoint yourself first secretary; another organizer must do it',
  已担任这一职务: 'Holds this post already',
  '现任{post}尚在任，请先登记其离任': 'The present {post} is still in office; end that post first',
  '已于 {on} 离任': 'Left the post on {on}',
  请填写当选的班子成员: 'Give who was elected to the committee',
  '班子成员最多 40 人': 'A committee has at most 40 people',
  '填写期间新登记了 {names} 的职务，请核对名单后再提交':
    'Posts recorded meanwhile: {names}; check the list and send it again',
  '填写期间有人离任或撤销了登记，请核对名单后再提交':
    'Somebody left a post meanwhile, or it was withdrawn; check the list and send it again',
  同一人同一职务只填一次: 'One person once in each post',
  '{post}只能有一人': 'There is one {post} only',
  '{name} 的职务自 {on} 起，不早于当选日期；登记有误的请先撤销登记':
    'The post of {name} begins on {on}, not before the election; withdraw it first if it was entered by mistake',
  请选择本组织近一年已审签的选举会议:
    'Choose a signed election meeting of this organization, of the last year',
  '不能早于任职日期 {on}': 'Not before taking the post on {on}',
  '党小组没有法定任期，不换届': 'A group has no term and holds no re-election',
  '临时党支部不换届（支部工作条例第八条）':
    'A temporary branch holds no re-election (支部工作条例 Art. 8)',
  '每届任期一般 {years} 年（{article}），请填写不超过 {most} 的年数':
    'A term is usually {years} years ({article}); give at most {most}',
  机关基层组织工作条例第五条: '机关基层组织工作条例 Art. 5',
  支部工作条例第二十一条: '支部工作条例 Art. 21',
  '当选日期不能晚于今天，请在选举之后登记':
    'The election is not after today; record the term once it has been held',
  '与原来登记的一样，没有要更正的': 'This is what is recorded already; there is nothing to correct',
  '更正后 {name} 的职务将在任职之前结束（{from} 任职，{to} 离任），登记有误的请先撤销登记':
    'The post of {name} would end before it began (from {from}, until {to}); withdraw it first if it was entered by mistake',
  '应晚于上一届开始日期 {on}': 'It must be after the term before began on {on}',
  '应晚于本届开始日期 {on}': 'It must be after this term began on {on}',
  '{sentence}，届满日 {endsOn}，最晚 {latest}':
    '{sentence}; the term ends on {endsOn}, at the latest on {latest}',
  请填写上级党组织批准延期的文号: 'Give the document in which the superior approved the extension',
  延期应晚于任期届满日: 'The extension must end after the term',
  '延期一般不超过 1 年（基层组织选举工作条例第三条）':
    'An extension is usually at most a year (基层组织选举工作条例 Art. 3)',
  这一届已经结束: 'This term is over',
  延期不符合规定: 'The extension is against the rules',
  该年度没有这个周期: 'The year has no such period',
  截止日期不能早于起始日期: 'The last day cannot be before the first',
  '该组织没有这项组织生活任务，无需豁免': 'The organization does not owe this duty',
  '与已有豁免（{from} 至 {to}）的时间重叠': 'It overlaps an exemption from {from} to {to}',
}
