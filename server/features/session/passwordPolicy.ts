import { problem } from '#domain/errors.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Door } from '#server/door.ts'
import { personKeys } from '#server/text/pinyin.ts'

/** Words that come to mind first in this office, beside the everyday ones. */
const common = [
  'password',
  '12345678',
  '123456789',
  '1234567890',
  '87654321',
  'qwertyui',
  'qwerty123',
  'abc12345',
  '11111111',
  '88888888',
  '66666666',
  '00000000',
  'admin123',
  'admin888',
  'a1234567',
  'aa123456',
  'iloveyou',
  'dangjian',
  'zhonggong',
  'zhengwu',
  'gongchandang',
  'shenpiju',
  '19211949',
  '19210701',
  '19491001',
  'liulian',
  'sixchains',
]

const squeezed = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9\u4e00-\u9fff]/g, '')

/** 等保 8.1.4.1 a) asks for 定期更换; assessors look for 90 days. */
const dengbaoDays = 90
/** 复杂度: what an assessor counts as kinds of signs, and how many of them there must be. */
const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]
const kindsAtLeast = 3

/**
 * NIST SP 800-63B-4: length counts (here at least 8 code points; 15 are advised on the page), no
 * composition rules, no common words, nothing made of the person's own name or login. Where the bureau
 * has decided for 等保 (`password.policy`), three of four kinds of signs besides.
 *
 * @throws password_policy at `field`
 */
export async function checkPassword(
  door: Door,
  password: string,
  person: { login: string; name: string },
  field: string,
): Promise<void> {
  const policy = await parameterOn(door.db, 'password.policy', door.today)
  const reason = weakness(password, person) ?? (policy === 'dengbao' ? tooPlain(password) : null)
  if (reason) throw problem('password_policy', { params: { reason }, fields: { [field]: reason } })
}

/** Whether a password that was right must be changed first: by 等保 after 90 days, by NIST never. */
export async function isPasswordOld(door: Door, setAt: string | null): Promise<boolean> {
  if ((await parameterOn(door.db, 'password.policy', door.today)) !== 'dengbao') return false
  return !setAt || door.now.getTime() - Date.parse(setAt) > dengbaoDays * 86_400_000
}

function tooPlain(password: string): string | null {
  const normal = password.normalize('NFKC')
  const found = kinds.filter((kind) => kind.test(normal)).length
  return found < kindsAtLeast ? '大写字母、小写字母、数字、其他符号至少要有三种' : null
}

function weakness(password: string, person: { login: string; name: string }): string | null {
  const normal = password.normalize('NFKC')
  const length = Array.from(normal).length
  if (length < 8) return '至少 8 位'
  if (length > 128) return '最多 128 位'
  const text = squeezed(normal)
  if (new Set(normal).size < 4) return '重复的字符太多'
  const core = text.replace(/\d{1,4}$/, '')
  if (common.some((word) => text === word || core === word)) return '过于常见，容易被猜到'
  const own = [person.login, personKeys(person.name).pinyin, person.name]
    .map(squeezed)
    .filter((word) => word.length >= 4)
  if (own.some((word) => text.includes(word) && text.length - word.length < 6))
    return '不能由自己的姓名或账号组成'
  return null
}
