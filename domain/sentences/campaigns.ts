import type { Sentences } from '#domain/sentences.ts'

/** 评选表彰: from the call to the decision. */
export const campaigns: Sentences = {
  '公示不少于 {least} 个工作日': 'Public notice takes at least {least} working days',
  '最多 60 个工作日': 'At most 60 working days',
  '请写明事迹，至少 20 个字': 'Say what was achieved, in at least 20 characters',
  '请写明纪检、人事等方面的意见': 'Give the opinions of discipline, personnel and others',
  没有可审定的推荐: 'There are no nominations to review',
  请写明异议内容: 'Say what the objection is',
  请写明核查情况和答复: 'Say what was found and answered',
  表彰决定已经作出: 'The decision is made',
  本次评选已经取消: 'The selection is cancelled',
  '党委已经审定，推荐已截止': 'The committee has reviewed; nominations are closed',
  还没有进入公示: 'Public notice has not begun',
  审定前由支部撤回推荐: 'Before the review the branch withdraws its nomination',
  公示已经开始: 'Public notice has begun',
  '公示还没有开始，起始日期不能改到今天以前':
    'Public notice has not begun; its first day cannot be moved before today',
  请先登记党委审定情况: 'Record the committee’s review first',
  会议不能早于推荐开始: 'The meeting cannot be before nominations opened',
  实到委员不能多于应到委员: 'More attended than there are committee members',
  '到会委员未过半数，不能审定': 'Half the committee or fewer attended: there is no review',
  '列入公示 {proposed} 个，超过名额 {quota} 个':
    '{proposed} would go on public notice, more than the quota of {quota}',
  '票数合计不能超过实到委员 {present} 人': 'Votes exceed the {present} who attended',
  '赞成 {yes} 票，未超过应到委员 {expected} 人的半数，不能列入公示':
    '{yes} for is not more than half of {expected} committee members: no public notice',
  '已推荐 {nominated} 个，名额不能少于此数':
    '{nominated} are nominated; the quota cannot be smaller',
  这项推荐已经撤回: 'This nomination is withdrawn',
  该对象不在拟表彰名单中: 'Not on the list to be honoured',
  截止日期不能早于开始日期: 'It cannot close before it opens',
  '没有这个类别，或已停用': 'There is no such class, or it is out of use',
  评选由党委或党总支组织: 'A committee or general branch holds a selection',
  '推荐自 {from} 开始': 'Nominations open on {from}',
  '推荐已于 {to} 截止': 'Nominations closed on {to}',
  该组织不在本次评选范围内: 'The organization is outside this selection',
  '推荐由党支部作出，请选择党支部': 'Branches nominate; choose a branch',
  该党支部已撤销: 'The branch is closed',
  '本次名额 {quota} 个已推荐满，不能再推荐': 'The quota of {quota} is full',
  '每个支部最多推荐 {most} 个，该支部已推荐 {count} 个':
    'A branch nominates at most {most}; this one has nominated {count}',
  请选择本支部已审签的会议: 'Choose a signed meeting of the branch',
  '会议早于推荐开始日（{from}）': 'The meeting was before nominations opened ({from})',
  该会议没有这项决议: 'The meeting has no such resolution',
  '该项决议没有通过，不能作为推荐依据': 'The resolution was not passed and supports no nomination',
  '还没有登记：{names}': 'Not recorded yet: {names}',
  '审定名单与推荐名单不一致，请刷新后重试':
    'The reviewed are not the nominated; reload and try again',
  '公示不能早于党委审定（{on}）': 'Public notice cannot begin before the review ({on})',
  '公示已于 {from} 开始，起始日期不能再改':
    'Public notice began on {from}; its first day can no longer be changed',
  截止日期不能早于今天: 'The last day cannot be before today',
  起止日期和地点都没有改动: 'Neither the days nor the place are changed',
  没有列入公示的对象: 'Nobody is to go on public notice',
  该对象不在公示名单中: 'Not on public notice',
  收到日期不能晚于今天: 'It cannot be received after today',
  '公示自 {from} 开始': 'Public notice began on {from}',
  '公示已于 {to} 期满': 'Public notice ended on {to}',
  这件异议已经答复: 'The objection is answered already',
  答复日期不能早于收到日期: 'The answer cannot be before the objection',
  答复日期不能晚于今天: 'The answer cannot be after today',
  还没有公示: 'There was no public notice yet',
  决定日期不能晚于今天: 'The decision cannot be after today',
  '有支部 {on} 才开会推荐，审定不能早于此日':
    'A branch met on {on} to nominate; the committee cannot have met before',
  '异议 {on} 才答复，决定不能早于此日':
    'An objection was answered on {on}; the decision cannot be before',
}
