import type { Sentences } from '#domain/sentences.ts'

/** 三会一课 and 补学. */
export const meetings: Sentences = {
  请选择会议类型: 'Choose what kind of meeting it is',
  请抄录原文: 'Copy what the minutes say',
  请填写更正内容: 'Say what it should be',
  会议日期不能晚于今天: 'The meeting cannot be after today',
  '会议还没有开始，请先存为草稿，开始之后再提交':
    'The meeting has not begun: keep it as a draft and submit it once it has',
  '该组织成立于 {on}，会议日期不能更早':
    'The organization was founded on {on}; the meeting cannot be earlier',
  '该组织已于 {on} 撤销，会议日期不能更晚':
    'The organization was closed on {on}; the meeting cannot be later',
  会议类型不能重复: 'A kind is named twice',
  '党小组可以记录党小组会、党课、主题党日和组织生活会':
    'A group records group meetings, lectures, theme days and organizational life meetings',
  '党小组会请在党小组下记录，民主生活会请在党委或党总支下记录':
    'Record a group meeting at its group, a democratic-life meeting at its committee or general branch',
  '党委、党总支只记录民主生活会，其他会议请在党支部或党小组下记录':
    'Committees and general branches record democratic-life meetings only; others are recorded by branches and groups',
  '当日没有登记班子成员，不能记录民主生活会':
    'Nobody held a post of the committee on that day, so there was no democratic-life meeting',
  '当日没有登记支部委员，不能记录支部委员会会议':
    'No committee members were recorded for that day, so there was no committee meeting',
  '支部委员会会议的应到人员不同，只能与组织生活会合并记录':
    'Others attend a committee meeting; it can be recorded together with an organizational life meeting only',
  结束时间应晚于开始时间: 'It must end after it begins',
  党课请填写授课人: 'Say who gave the lecture',
  党课请填写授课时长: 'Say how long the lecture took',
  只有组织生活会和民主评议填写年度:
    'Only organizational life meetings and democratic appraisals have a year',
  '年度只能是 {before} 或 {held}': 'The year is {before} or {held}',
  '上一年度的会议开到 3 月 31 日为止，年度只能是 {held}':
    'Meetings of the year before are held until 31 March; the year is {held}',
  不在当日应到名单中: 'Not on the list of that day',
  名单中已有此人: 'On the list already',
  请填写请假或缺席的原因: 'Give the reason for leave or absence',
  到会的人不再提交书面意见: 'Who attends gives no written opinion',
  '{person}应是当日本支部的党员': '{person} must be a member of the branch on that day',
  '{person}应是当日的班子成员': '{person} must hold a post of the committee on that day',
  '{person}不能同时记为请假或缺席': '{person} cannot be on leave or absent',
  主持人: 'The chair',
  记录人: 'The recorder',
  这类会议不能作这类表决: 'This kind of meeting takes no such vote',
  民主生活会不作表决: 'A democratic-life meeting votes on nothing',
  '发展党员的表决请选择表决对象，逐人表决':
    'Say on whom the vote is: each person is voted on alone',
  '名单中只有 {written} 名缺席的有表决权党员记有书面意见':
    'Only {written} absent members with a vote gave a written opinion',
  票数为整数: 'Votes are whole numbers',
  票数不能为负: 'Votes cannot be negative',
  只有发展党员的表决可以计入书面意见: 'Written opinions count only in votes on admitting members',
  书面意见多于缺席的有表决权党员: 'More written opinions than absent members with a vote',
  '赞成、反对、弃权之和不能超过到会有表决权人数与书面意见之和（{present} + {written}）':
    'For, against and abstentions exceed voters present and written opinions ({present} + {written})',
  '提交前请填写结束时间，会议记录应写明起止时间':
    'Give the end before submitting: minutes say when a meeting began and ended',
  '提交前请写明议题；有决议的，以决议为议题': 'Give a topic before submitting; a resolution is one',
  '提交前请记下会议内容：讨论情况、发言或决议':
    'Record the meeting before submitting: discussion, speeches or resolutions',
  '发展党员的决议应写明本人的主要表现（《中国共产党发展党员工作细则（2026年修订）》第二十一条）':
    'A resolution on admission gives the person’s main performance (发展党员工作细则 2026, Art. 21)',
  '记录已提交，退回后才能修改': 'Submitted: it can be edited after it is sent back',
  '记录已审签，只能更正': 'Signed: it can only be corrected',
  '记录已归档，只能更正': 'Archived: it can only be corrected',
  '记录已提交，退回后才能删除': 'Submitted: it can be deleted after it is sent back',
  '记录已审签，不能删除，只能更正': 'Signed: it cannot be deleted, only corrected',
  '记录已归档，不能删除，只能更正': 'Archived: it cannot be deleted, only corrected',
  记录已经提交: 'Already submitted',
  记录已经审签: 'Already signed',
  记录还没有审签: 'The record is not signed yet',
  '记录还没有审签，退回即可修改': 'The record is not signed yet; return it to change it',
  '记录已归档，不能撤回审签，只能更正': 'The record is archived and can only be corrected',
  '已有党员补学，不能撤回审签，只能更正':
    'A make-up study is done; the record can only be corrected',
  '记录已有更正，不能撤回审签': 'The record has corrections; its signature stays',
  '已有表彰推荐以这次会议的决议为依据，不能撤回审签，只能更正':
    'A nomination rests on its resolution; the record can only be corrected',
  '已由这次会议登记换届，不能撤回审签，只能更正':
    'An election was recorded from it; the record can only be corrected',
  '已由这次会议登记警示教育，不能撤回审签，只能更正':
    'Cautionary education was recorded from it; the record can only be corrected',
  '有已撤回的推荐或警示教育仍写明这次会议，记录不能删除，可以修改后再提交':
    'A withdrawn nomination or cautionary education still names this meeting; the record cannot be deleted, but changed and submitted again',
  记录已经归档: 'Already archived',
  记录还没有提交: 'Not submitted yet',
  '记录已审签，不能退回，只能更正': 'Signed: it cannot be sent back, only corrected',
  '记录已归档，不能退回，只能更正': 'Archived: it cannot be sent back, only corrected',
  请先提交再审签: 'Submit it first',
  请先提交并审签再归档: 'Submit and sign it first',
  请先审签再归档: 'Sign it first',
  '草稿可以直接修改，不需要更正': 'A draft can be edited and needs no correction',
  '记录尚未审签，请退回后修改': 'Not signed yet: send it back to edit it',
  '同一时间已有同类会议《{title}》，请勿重复记录':
    'At that hour the meeting “{title}” of the same kind is recorded already',
  按周期查看时请选择一种会议类型: 'Choose one kind of meeting to look at a period',
  组织生活会和民主评议按年度查看:
    'Organizational life meetings and appraisals are looked at by year',
  '会议已有记录，通知不再修改': 'The meeting is recorded: its announcement is not changed any more',
  '会议已取消，请重新通知': 'The meeting was called off: announce it anew',
  '会议已有记录，不能取消': 'The meeting is recorded and cannot be called off',
  会议已经取消: 'The meeting was called off already',
  '会议已有记录，请假情况以记录为准':
    'The meeting is recorded: who was on leave is what the record says',
  '会议已经取消，不需要答复': 'The meeting was called off and needs no answer',
  '这次通知已有会议记录，请打开那条记录':
    'There is a record of this announced meeting already: open that one',
  '会议已经取消，不能由通知记会议':
    'The meeting was called off: there is nothing to record from it',
  通知的会议日期不能早于今天: 'An announced meeting cannot be before today',
  通知的会议日期应在一年之内: 'An announced meeting is at most a year ahead',
  请填写请假的原因: 'Say why you ask for leave',
  通知的是另一个组织的会议: 'That announcement is of another organization',
  请选择补学的人: 'Choose who made up',
  '一次最多登记 200 人': 'At most 200 at a time',
  补学还没有登记: 'No make-up study is recorded',
  补学已经确认: 'The make-up study is confirmed already',
  补学日期不能早于会议日期: 'Make-up study cannot be before the meeting',
  补学日期不能晚于今天: 'Make-up study cannot be after today',
}
