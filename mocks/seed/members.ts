import { addYears, compare } from '#domain/dates.ts'
import { maskIdNumber, maskPhone } from '#domain/rules/idNumber.ts'
import { maskAddress } from '#server/features/members/masks.ts'
import type { Secrets } from '#server/world.ts'
import { organizationIdOf } from './bureau.ts'
import { demoToday, instant } from './clock.ts'
import { addressOf, idNumberOf, phoneOf } from './identity.ts'
import { people } from './people.ts'
import type { Person } from './people.ts'
import { posts } from './posts.ts'
import { randomOf, seedId } from './random.ts'
import { keysOf } from './roster.ts'
import { closedBy } from './rows.ts'
import type { SeedRow } from './rows.ts'
import { spanNow, spans } from './spans.ts'
import { mattersOf } from './texts/matters.ts'

const firstDay = (key: string): string => spans.get(key)?.[0]?.from ?? demoToday

const ids = new Map(
  people.map(({ key }) => [key, seedId(instant(firstDay(key), '10:00'), `member:${key}`)]),
)

export function memberIdOf(key: string): string {
  const id = ids.get(key)
  if (!id) throw new RangeError(`nobody is ${key}`)
  return id
}

const natives = [
  '河北保定',
  '河北邢台',
  '山东聊城',
  '河南安阳',
  '山西长治',
  '江苏徐州',
  '安徽阜阳',
  '湖北襄阳',
  '辽宁锦州',
  '四川绵阳',
  '陕西渭南',
  '内蒙古赤峰',
  '某市云溪',
  '某市青屏',
]
const minorityNatives: Readonly<Record<string, string>> = {
  维吾尔族: '新疆喀什',
  哈萨克族: '新疆伊犁',
  藏族: '西藏日喀则',
  壮族: '广西河池',
  蒙古族: '内蒙古通辽',
  朝鲜族: '吉林延边',
}
// Schools that are in no register.
const schools = [
  '江岚大学',
  '云溪财经学院',
  '北麓理工大学',
  '临湖师范学院',
  '南浦政法大学',
  '青屏职业技术学院',
]
const jobs = {
  elder: ['退休干部', '退休干部（原科长）', '退休干部（原副调研员）', '退休工人'],
  middle: ['四级调研员', '一级主任科员', '二级主任科员', '副科长', '窗口首席代表', '管理岗七级'],
  young: ['四级主任科员', '一级科员', '窗口工作人员（聘用制）', '专业技术岗十一级', '试用期公务员'],
}
const heads = {
  secretary: '科长',
  'deputy-secretary': '副科长',
  'group-leader': '专区负责人',
} as const

function jobOf({ key, branch, generation }: Person): string {
  const random = randomOf(`job:${key}`)
  const post = posts.find(({ who, to }) => who === key && to === null)?.post
  if (
    generation !== 'elder' &&
    (post === 'secretary' || post === 'deputy-secretary' || post === 'group-leader')
  )
    return `${mattersOf(branch).unit.replace('各专区', '').replace('党支部', '')}${heads[post]}`
  return random.pick(jobs[generation])
}

function schooling({
  key,
  generation,
}: Person): Pick<SeedRow<'member'>, 'education' | 'degree' | 'school'> {
  const random = randomOf(`school:${key}`)
  if (generation === 'elder') {
    const education = random.pick(['初中', '高中', '中专', '大学专科', '大学专科'])
    return { education, degree: null, school: education === '大学专科' ? '市委党校（函授）' : null }
  }
  const education = random.pick(
    generation === 'young'
      ? ['大学本科', '大学本科', '硕士研究生', '大学专科']
      : ['大学本科', '大学专科', '大学本科', '硕士研究生'],
  )
  const degree = { 大学本科: '学士', 硕士研究生: '硕士' }[education] ?? null
  return { education, degree, school: random.pick(schools) }
}

/** An old comrade of the years whose charter knew no probation: 党龄 counts from joining, by override. */
const historical: Readonly<Record<string, string>> = {
  'retired-3:3': '入党时党章未规定预备期，党龄自支部大会通过之日起算（干部档案载明）',
}

/** The columns that do not have to be encrypted, and the plain text of those that have. */
function openColumns(person: Person): SeedRow<'member'> {
  const keys = keysOf(person.key)
  const now = spanNow(person.key)
  const reason = historical[person.key] ?? null
  const full = reason ? person.joined : person.full
  const adult = addYears(person.birth, person.generation === 'elder' ? 18 : 22)
  const lostSince = spans.get(person.key)?.find(({ lost }) => lost)?.from ?? null
  return {
    id: memberIdOf(person.key),
    organization_id: organizationIdOf(now.place),
    name: person.name,
    name_pinyin: keys.pinyin,
    name_initials: keys.initials,
    name_sort: keys.sort,
    sex: person.sex,
    ethnicity: person.ethnicity,
    birth_on: person.birth,
    native_place:
      minorityNatives[person.ethnicity] ?? randomOf(`native:${person.key}`).pick(natives),
    ...schooling(person),
    job: jobOf(person),
    work_started_on: [`${adult.slice(0, 4)}-08-01`, '2026-08-01'].toSorted(compare)[0] ?? adult,
    applied_on: person.applied,
    joined_on: person.joined,
    full_on: full,
    party_age_from: reason ? person.joined : null,
    party_age_reason: reason,
    stage: now.stage,
    standing: now.standing,
    leaving: now.leaving,
    rights: now.rights,
    relation: now.relation,
    mobile: now.mobile,
    lost: now.lost,
    lost_since: now.lost ? lostSince : null,
    letter_until: now.relation === 'registered' ? null : (now.letter?.[3] ?? null),
    created_at: instant(
      firstDay(person.key) > '2024-12-25' ? firstDay(person.key) : '2024-12-25',
      '10:00',
    ),
    version: spans.get(person.key)?.length ?? 1,
  }
}

/** The roster. Cipher texts differ from run to run, as they must; everything else is the same. */
export function memberRows(secrets: Secrets): Promise<SeedRow<'member'>[]> {
  return Promise.all(
    people.map(async (person) => {
      const idNumber = idNumberOf(person.index, person.birth, person.sex)
      const phone = phoneOf(person.index)
      const address = addressOf(person.index)
      const [id_cipher, id_mac, phone_cipher, address_cipher] = await Promise.all([
        secrets.encrypt(idNumber),
        secrets.mac(idNumber),
        secrets.encrypt(phone),
        secrets.encrypt(address),
      ])
      return {
        ...openColumns(person),
        id_cipher,
        id_mac,
        id_mask: maskIdNumber(idNumber),
        phone_cipher,
        phone_mask: maskPhone(phone),
        address_cipher,
        address_mask: maskAddress(address),
      }
    }),
  )
}

export const stateRows = (): SeedRow<'member_state'>[] =>
  people.flatMap(({ key }) =>
    (spans.get(key) ?? []).map((span, index) => ({
      id: seedId(instant(span.from, '11:00'), `state:${key}:${index}`),
      member_id: memberIdOf(key),
      organization_id: organizationIdOf(span.place),
      stage: span.stage,
      standing: span.standing,
      leaving: span.leaving,
      rights: span.rights,
      relation: span.relation,
      mobile: span.mobile,
      lost: span.lost,
      letter_number: span.letter?.[0] ?? null,
      letter_other: span.letter?.[1] ?? null,
      letter_issued_on: span.letter?.[2] ?? null,
      letter_valid_until: span.letter?.[3] ?? null,
      receipt_on: span.receiptOn,
      valid_from: span.from,
      valid_to: closedBy(span.until),
      reason: span.reason,
    })),
  )
