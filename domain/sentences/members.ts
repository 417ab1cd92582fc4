import type { Sentences } from '#domain/sentences.ts'

/** The roster. */
export const members: Sentences = {
  请填写姓名: 'Give a name',
  '按过去某一天查看时，不能按预备期将满筛选或排序，请去掉其中一项':
    'The roster of a past day is not filtered or sorted by the end of probation; leave one of the two',
  '姓名至少 2 个字': 'A name has at least 2 characters',
  '姓名最多 50 个字': 'A name has at most 50 characters',
  姓名中不能有数字: 'A name has no digits',
  姓名中不能有表情符号: 'A name has no emoji',
  '含有无法通用的自造字，请用标准字或拼音':
    'It has a private character; use a standard one, or pinyin',
  间隔号只能用在两个字之间: 'A middle dot stands between two characters',
  '姓名只能是汉字、字母、间隔号（·）和字母间的空格':
    'A name has Chinese characters, letters, middle dots (·), and spaces between letters',
  '公民身份号码不正确，请核对位数、出生日期和校验位':
    'The ID number is wrong: check its length, date of birth and last digit',
  '请填写 11 位手机号或带区号的座机号':
    'Give an 11-digit mobile number, or a landline with its area code',
  截至日期不能晚于今天: 'The day of the roster cannot be after today',
  入册日期不能晚于今天: 'The day of entry cannot be after today',
  '不能早于该组织的成立日期 {on}': 'Not before the organization was founded on {on}',
  只有转为正式党员时才填转正之日: 'This day is given only when somebody becomes a full member',
  '转正之日不能早于入党日期 {on}': 'Full membership cannot begin before joining on {on}',
  '预备期到 {end} 期满，转正最早在 {first}':
    'Probation lasts until {end}; full membership begins on {first} at the earliest',
  '转正之日不能晚于办理日期 {on}': 'Full membership cannot begin after the change itself on {on}',
  '转正日期不能早于入党日期 {on}': 'Full membership cannot begin before joining on {on}',
  '请先登记介绍信，组织关系转出在途，对方接收后再登记已转出':
    'Record the letter first, with which the member is moving out; transferred is who was received elsewhere',
  '请填写介绍信的编号、开具日期和有效期':
    'Give the number of the letter, its day of issue and until when it is valid',
  组织关系在途时才登记介绍信: 'A letter is recorded only of who is moving out or in',
  组织关系被接收时才登记回执: 'A receipt is recorded only when the letter was received',
  请填写对方回执的日期: 'Give the day of the receipt from the other organization',
  '回执不能早于介绍信的开具日期 {on}': 'The receipt cannot be before the letter was issued on {on}',
  回执的日期不能晚于今天: 'The day of the receipt cannot be after today',
  '介绍信不能晚于办理日期 {on} 开具': 'The letter cannot be issued after the change itself on {on}',
  '有效期不能早于开具日期 {on}': 'It cannot cease to be valid before it was issued on {on}',
  '一次最多移动 200 人': 'At most 200 people at a time',
  '{name}：{reason}': '{name}: {reason}',
  已不在册: 'On no roster any more',
  已在该组织: 'Already there',
  '党籍选“已出党”时才填出党方式': 'How is said only of who left the Party',
  '请选择出党方式：除名、劝退、退党、开除或取消资格':
    'Choose how: struck off, persuaded, resigned, expelled or disqualified',
  取消资格只用于预备党员: 'Only a probationary member is disqualified',
  只有预备党员可以延长预备期: 'Only the probation of a probationary member is extended',
  '请先在档案中登记入党日期，预备期从这一天算起':
    'Record the day of joining first: probation counts from it',
  '预备期已延长至 {on}，只能延长一次':
    'Probation was extended to {on} already; it is extended once',
  '预备期可延长半年至一年，应在 {from} 至 {to} 之间期满':
    'Probation is extended by half a year to a year: it ends between {from} and {to}',
  '预备期已延长至 {on}，期满后才能转正':
    'Probation was extended to {on}; full membership begins after it',
  请说明党龄起算日与转正日期不同的理由: 'Say why years of membership begin on another day',
  该证件号码已在册: 'This ID number is on a roster already',
  '该组织已撤销，请选择其他党支部或党小组':
    'That organization is closed; choose another branch or group',
  '党员只能编入党支部或党小组，请选择下一级':
    'A member belongs to a branch or a group; choose one below',
  '当前状态自 {from} 起，只能登记这一天及以后的变更':
    'The present state began on {from}; a change can be of that day or later',
  '最多提前 {n} 天登记，不能晚于 {on}': 'At most {n} days beforehand: not after {on}',
  '没有可以撤回的变更：已是入册时的情况，或变更之前不在您的管理范围内':
    'There is no change to take back: this is how the member entered, or what was before is out of your reach',
  '不能撤回自己的变更，请由其他党务专干或上级党组织办理':
    'Your own change is taken back by another organizer, or by the organization above',
  '组织关系已凭回执接收，不能撤回':
    'The letter was received, with its receipt: that cannot be taken back',
  '{name} 已撤销，不能回到那里': '{name} is closed; nobody can go back there',
  已有转往其他组织的变更待生效: 'A transfer elsewhere is recorded for a later day',
  '与当前状态相同，请至少选择一项变更': 'Nothing would change; choose at least one change',
  已不在册的人员不能关联账号: 'Who is on no roster any more cannot be linked to an account',
  '已关联账号 {login}，请先解除关联': 'Already linked to the account {login}; unlink it first',
  '没有可以关联的账号 {login}，账号由系统管理员开设':
    'There is no account {login} to link; the system administrator opens accounts',
  '账号 {login} 已关联另一名党员': 'The account {login} is linked to another member',
  '账号 {login} 登记的姓名不是 {name}，请核对账号':
    'The account {login} is not in the name of {name}; check it',
  '不能关联自己的账号或解除它的关联，请由其他党务专干或上级党组织办理':
    'You cannot link or unlink your own account; another organizer or the organization above does it',
  这名党员没有关联账号: 'This member is linked to no account',
}
