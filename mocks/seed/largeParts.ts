import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { personKeys } from '#server/text/pinyin.ts'

export interface Sizes {
  organizations: number
  members: number
  meetings: number
}

type Sql = RawBuilder<unknown>

/** A statement may take 30 seconds in the embedded store: many rows come in several. */
const batch = 50_000
export const batches = (count: number): Sql[] =>
  Array.from(
    { length: Math.ceil(count / batch) },
    (_, at) =>
      sql`generate_series(${sql.lit(at * batch + 1)}, ${sql.lit(Math.min(count, (at + 1) * batch))}) n`,
  )

/** Branches come after the root, its 20 and their 200. */
export const firstBranch = 222

/** A UUIDv7 that is a function of kind, number and day. */
export const idOf = (kind: string, n: Sql, day: Sql = sql`date '2024-12-23'`): Sql => {
  const digest = sql`md5(${sql.lit(kind)} || (${n})::text)`
  const time = sql`lpad(to_hex((${day} - date '1970-01-01')::bigint * 86400000), 12, '0')`
  return sql`(${time} || '7' || substr(${digest}, 1, 3) || '8' || substr(${digest}, 4, 15))::uuid`
}

/** A number from 1 to `count` that looks random and is not. */
export const oneOf = (salt: string, n: Sql, count: number): Sql =>
  sql`1 + ('x' || substr(md5(${sql.lit(salt)} || (${n})::text), 1, 7))::bit(28)::int % ${sql.lit(count)}`

interface Part {
  sign: string
  pinyin: string
  sort: string
}

/** Characters with their pinyin as a table, numbered from 1. */
function parts(signs: string): Sql {
  const list: Part[] = Array.from(signs).map((sign) => {
    const { pinyin, sort } = personKeys(sign)
    return { sign, pinyin, sort: sort.split(' ')[0] ?? pinyin }
  })
  const rows = list.map(
    ({ sign, pinyin, sort }, at) =>
      sql`(${sql.lit(at + 1)}, ${sql.lit(sign)}, ${sql.lit(pinyin)}, ${sql.lit(sort)})`,
  )
  return sql`(select * from (values ${sql.join(rows)}) as v (at, sign, pinyin, sort))`
}

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'
// Forty, two for each: one of them, such as 明, is in one name of twenty.
const given = '明华伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞平刚桂英玉萍红鹏飞峰辉建国文志海晓春云新'

export const nameParts = {
  surnames: parts(surnames),
  surnameCount: Array.from(surnames).length,
  given: parts(given),
  givenCount: Array.from(given).length,
}

/** Number 1 is the root, 2–21 stand under it, 22–221 under those, the rest under these. */
export const organizationAt = {
  parent: sql`case when n = 1 then null when n <= 21 then 1 when n <= 221 then 2 + (n - 22) % 20 else 22 + (n - 222) % 200 end`,
  kind: ({ organizations }: Sizes): Sql =>
    sql`case when n <= 21 then 'committee' when n <= least(221, ${sql.lit(organizations)}) then 'general-branch' else 'branch' end`,
  /** Hexadecimal digits in the letters of a path. */
  step: sql`substr(translate(md5('path' || n::text), '0189', 'wxyz'), 1, 8) || '.'`,
  name: sql`case when n = 1 then '市直机关工作委员会' when n <= 21 then '第' || n || '机关党委' when n <= 221 then '第' || n || '党总支' else '第' || n || '党支部' end`,
  pinyin: sql`case when n = 1 then 'shizhijiguangongzuoweiyuanhui' when n <= 21 then 'di' || n || 'jiguandangwei' when n <= 221 then 'di' || n || 'dangzongzhi' else 'di' || n || 'dangzhibu' end`,
  initials: sql`case when n = 1 then 'szjggzwyh' when n <= 21 then 'd' || n || 'jgdw' when n <= 221 then 'd' || n || 'dzz' else 'd' || n || 'dzb' end`,
}

/** The days of the meetings: of each branch spread over the two years before the demo's day, no two branches alike. */
export function dayOf(n: Sql, branches: number, meetings: number): Sql {
  const each = Math.max(1, Math.ceil(meetings / branches))
  const branch = sql`(${n} - 1) % ${sql.lit(branches)}`
  const turn = sql`(${n} - 1) / ${sql.lit(branches)}`
  return sql`date '2024-11-24' + (${turn} * ${sql.lit(Math.floor(717 / each))} + ${branch} % 13)::int`
}

export const text = {
  title: sql`case type when 'theme-day' then '主题党日' when 'committee-meeting' then '支部委员会会议' when 'general-meeting' then '党员大会' else '专题党课' end || to_char(held_on, ' YYYY-MM-DD')`,
  minutes: sql`'会议研究了第' || n || '项工作，讨论了办理时限和窗口服务，明确责任人和完成时间。'`,
}
