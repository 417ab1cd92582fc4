import type { Sentences } from '#domain/sentences.ts'

/** Accounts, roles, passwords, parameters. */
export const house: Sentences = {
  请先修改密码: 'Change your password first',
  '新密码与当前密码相同，请换一个': 'The new password is the current one; choose another',
  当前密码不正确: 'The current password is wrong',
  '大写字母、小写字母、数字、其他符号至少要有三种':
    'Use at least three of capital letters, small letters, digits and other signs',
  '至少 {n} 位': 'At least {n} characters',
  '最多 128 位': 'At most 128 characters',
  重复的字符太多: 'Too many repeated characters',
  '过于常见，容易被猜到': 'Too common, easily guessed',
  最近五次用过的密码不能再用: 'It may not be one of your last five passwords',
  不能由自己的姓名或账号组成: 'It may not be made of your name or account',
  '账号为 2–40 位字母、数字、点、横线或下划线':
    'An account has 2–40 letters, digits, dots, hyphens or underscores',
  这个账号名已被使用: 'This account name is taken',
  '账号已关联党员，姓名随党员档案更正':
    'The account is linked to a member; its name follows the roster',
  不能停用自己的账号: 'You cannot disable your own account',
  '账号已停用，请先启用': 'The account is disabled; enable it first',
  '这是本次登录，请用“退出登录”': 'This is the session you are in; use “Sign out”',
  '自己的登录请在“我的账号”里退出': 'End your own sessions under “My account”',
  这些登录已经结束: 'These sessions have ended already',
  不能给自己授权: 'You cannot grant a role to yourself',
  '这个角色不属于任何组织，请留空': 'This role belongs to no organization; leave it empty',
  请选择这个角色所在的组织: 'Choose the organization of this role',
  不能收回自己的角色: 'You cannot revoke your own role',
  '系统、安全、审计三员须由三人分任，且不兼任其他角色':
    'The system, security and audit administrators must be three people without other roles',
  没有这个参数: 'There is no such parameter',
  '生效日期不能早于今天，已经过去的不改变':
    'It cannot take effect before today: what is past does not change',
  请从给出的选项中选择: 'Choose one of the options',
  请填写有效的值: 'Give a valid value',
  与现在的名称相同: 'That is the present name',
  各级小时数应当由低到高: 'The hours of the levels must rise',
  '内容过长，请删减后再保存（一次最多 1 MB）': 'Too long: shorten it (1 MB at most)',
}
