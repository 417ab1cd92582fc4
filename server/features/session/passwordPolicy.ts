import { problem } from '#domain/errors.ts'
import { parameterOn } from '#server/db/parameterOn.ts'
import type { Door } from '#server/door.ts'
import { organizationKeys, personKeys } from '#server/text/pinyin.ts'

/** Words that come to mind first in this office; the everyday ones are in the list of a library. */
const ofTheOffice = [
  'dangjian',
  'dangwei',
  'zhonggong',
  'zhengwu',
  'gongchandang',
  'shenpiju',
  'xingzheng',
  'liulian',
  'sixchains',
  '党建',
  '党委',
  '中国共产党',
  '审批局',
  '六链',
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

/** Code points: NIST of a password that is the only factor (§3.1.1.2), and what assessors of 等保 look for. */
const shortest = { nist: 15, dengbao: 8 }
/** ASVS 6.2.4: so many of the most common ones that are long enough. */
const commonest = 3_000

/**
 * NIST SP 800-63B-4: length counts, no composition rules, no common words, nothing made of the person's own name or
 * login or of what the office is about. Where the bureau has decided for 等保 (`password.policy`), a shorter one of
 * three of four kinds of signs.
 *
 * @param person with the bureau's name where it is not stored yet
 * @throws password_policy at `field`
 */
export async function checkPassword(
  door: Door,
  password: string,
  person: { login: string; name: string; bureauName?: string },
  field: string,
): Promise<void> {
  const policy = await parameterOn(door.db, 'password.policy', door.today)
  const bureau = person.bureauName ?? (await storedBureau(door)) ?? ''
  const words = {
    common: await commonPasswords(shortest[policy]),
    own: [person.login, personKeys(person.name).pinyin, person.name],
    office: [bureau, organizationKeys(bureau).pinyin, ...ofTheOffice],
  }
  const reason =
    weakness(password, shortest[policy], words) ??
    (policy === 'dengbao' ? tooPlain(password) : null)
  if (reason) throw problem('password_policy', { params: { reason }, fields: { [field]: reason } })
}

async function storedBureau(door: Door): Promise<string | null> {
  const stored = await door.db.selectFrom('installation').select('bureau_name').executeTakeFirst()
  return stored?.bureau_name ?? null
}

/** Loaded when somebody chooses a password: it is large, and a page that has the API in it need not wait for it. */
async function commonPasswords(atLeast: number): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const long = dictionary['passwords-common'].filter((word) => word.length >= atLeast)
  return new Set(long.slice(0, commonest))
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

interface Words {
  common: ReadonlySet<string>
  own: readonly string[]
  office: readonly string[]
}

function weakness(password: string, atLeast: number, words: Words): string | null {
  const normal = password.normalize('NFKC')
  const length = Array.from(normal).length
  if (length < atLeast) return `至少 ${atLeast} 位`
  if (length > 128) return '最多 128 位'
  const text = squeezed(normal)
  if (new Set(normal).size < 4 || /^(.+?)\1+$/.test(text)) return '重复的字符太多'
  const same = [normal.toLowerCase(), text, text.replace(/\d{1,4}$/, '')]
  if (same.some((one) => words.common.has(one)) || isMadeOf(text, words.office, 2))
    return '过于常见，容易被猜到'
  return isMadeOf(text, words.own, 4) ? '不能由自己的姓名或账号组成' : null
}

/** Whether hardly anything is left of it without these words and the digits that one puts behind them. */
function isMadeOf(text: string, words: readonly string[], atLeast: number): boolean {
  const told = words.map(squeezed).filter((word) => word.length >= atLeast)
  const rest = told.reduce((left, word) => left.replaceAll(word, ''), text)
  return rest !== text && rest.replace(/\d/g, '').length < 6
}
