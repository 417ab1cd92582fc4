import { articlesOf as of, unnumbered } from './article.ts'
import type { Article } from './article.ts'
import { branchArticles } from './branchArticles.ts'
import { studyArticles } from './studyArticles.ts'
import { honourArticles } from './honourArticles.ts'
import { integrityArticles } from './integrityArticles.ts'

export type { Article } from './article.ts'

const inOrgan = of('中国共产党党和国家机关基层组织工作条例', '2019-12-27')
const inElection = of('中国共产党基层组织选举工作条例', '2020-07-13')
const inDevelopment = of('中国共产党发展党员工作细则（2026年修订）', '2026-05-11')
const inDemocraticLife = of('县以上党和国家机关党员领导干部民主生活会若干规定', '2016-12-23')

/** The texts the rules rest on, by stable key. */
export const articles = {
  ...branchArticles,
  ...studyArticles,
  ...honourArticles,
  ...integrityArticles,
  'organ-5': inOrgan([
    '第五条',
    '机关党员100人以上的设立党的基层委员会，每届任期一般5年。',
    '100 members make a committee; its term is in general five years.',
  ]),
  'organ-6': inOrgan([
    '第六条',
    '机关党员50人以上、100人以下的设立党总支，每届任期一般3年。',
    '50 to under 100 members make a general branch; its term is in general three years.',
  ]),
  'organ-7': inOrgan([
    '第七条',
    '正式党员3人以上的设立党支部，7人以上的党支部设支委会，每届任期一般3年。',
    'Three full members make a branch, seven a branch committee; the term is in general three years.',
  ]),
  'election-3': inElection([
    '第三条',
    '任期届满应当按期换届；延期或提前须经上级批准，一般不超过1年。',
    'Elections are due when the term ends; delay or advance needs approval and is in general at most a year.',
  ]),
  'election-5': inElection([
    '第五条',
    '正式党员有表决权、选举权、被选举权；预备党员和留党察看期间的没有，被留置、逮捕的中止。',
    'Full members vote and may be elected; probationary members and those on probation within the Party may not; for detained members the rights are suspended.',
  ]),
  'election-attendance': inElection([
    `选举实施${unnumbered}`,
    '有选举权的到会人数不少于应到会人数的五分之四，选举会议有效。',
    'An election needs four fifths of those who should attend.',
    'secondary',
  ]),
  'election-winner': inElection([
    `选举实施${unnumbered}`,
    '被选举人赞成票超过实到会有选举权人数的半数当选（基数可由规则参数改定）。',
    'More than half of the voters present elects; the basis is a parameter.',
    'secondary',
  ]),
  'election-secret': inElection([
    `选举实施${unnumbered}`,
    '选举采用无记名投票。',
    'Elections are by secret ballot.',
    'secondary',
  ]),
  'development-5': inDevelopment([
    '第五条',
    '年满十八周岁方可申请入党。',
    'An applicant is at least 18.',
  ]),
  'development-19': inDevelopment([
    '第十九条',
    '预审合格的发展对象一般在1个月内提交党员大会讨论。',
    'After passing the preliminary review the case goes to the assembly within a month.',
  ]),
  'development-20': inDevelopment([
    '第二十条',
    '到会有表决权的须超过应到会的半数；无记名投票，赞成超过应到会有表决权党员的半数通过，会前正式书面意见计入票数，逐个表决。',
    'More than half must be present; secret ballot; yes from more than half of all who should attend; written opinions given before count; one case at a time.',
  ]),
  'development-31': inDevelopment([
    '第三十一条',
    '预备期1年，从党员大会通过之日算起；可延长一次，不少于半年、不超过1年。',
    'Probation lasts a year from the assembly; one extension of six to twelve months.',
  ]),
  'development-32': inDevelopment([
    '第三十二条',
    '转正、延长预备期、取消资格的讨论表决与接收预备党员相同。',
    'Full membership, extension and withdrawal are decided like admission.',
  ]),
  'development-33': inDevelopment([
    '第三十三条',
    '党龄从预备期满转为正式党员之日算起。',
    'Party age counts from the day probation ended in full membership.',
  ]),
  'development-2014-vote': of(
    '中国共产党发展党员工作细则（2014年）',
    '2014-05-28',
  )([
    unnumbered,
    '接收和转正的到会、票数和无记名投票要求与现行细则相同。',
    'Presence, votes and secret ballot as in the present rules.',
    'secondary',
  ]),
  'charter-7': of(
    '中国共产党章程',
    '1982-09-06',
  )([
    '第七条',
    '预备期1年；党龄从预备期满转为正式党员之日算起。',
    'Probation lasts a year; party age counts from full membership.',
  ]),
  'democratic-life': inDemocraticLife([
    unnumbered,
    '民主生活会到会人数须达到应到会人数的三分之二以上。',
    'A democratic-life meeting of leaders needs two thirds present.',
    'secondary',
  ]),
  'democratic-life-yearly': inDemocraticLife([
    unnumbered,
    '民主生活会每年召开1次，一般安排在第四季度；提前或者延期须报上级党组织同意。',
    'One democratic-life meeting a year, in general in the fourth quarter; earlier or later needs the superior’s consent.',
    'secondary',
  ]),
  'term-reminder': of(
    '任期届满提醒做法',
    '2018-01-01',
  )([
    '惯例',
    '上级党组织一般在任期届满前6个月提醒换届。',
    'The superior reminds in general six months before the term ends.',
    'custom',
  ]),
  'lecture-parameter': of(
    '本单位党课安排',
    '2018-10-28',
  )([
    '规则参数',
    '中央规定未给出党支部党课次数，由本单位确定，默认每季度1次。',
    'The central text gives no number of lectures; the bureau sets it, by default one a quarter.',
    'custom',
  ]),
  'group-size': of(
    '党小组设置做法',
    '2018-10-28',
  )([
    '惯例',
    '党小组一般不少于3名党员，其中至少1名正式党员。',
    'A group has in general at least three members, one of them full.',
    'custom',
  ]),
  'honour-50': of(
    '“光荣在党50年”纪念章颁发办法',
    '2021-07-01',
  )([
    unnumbered,
    '截至当年7月1日党龄满50周年。',
    'Fifty years of party age by 1 July of the year.',
    'secondary',
  ]),
  'volunteer-3': of(
    '志愿服务记录与证明出具办法（试行）（民政部令第67号）',
    '2021-02-01',
  )([
    '第三条',
    '志愿服务记录和证明应当真实、准确、完整、无偿、及时。',
    'Records and proofs of volunteer service are true, exact, complete, free of charge and prompt.',
  ]),
  'gb-11643': of(
    'GB 11643-1999 公民身份号码',
    '1999-07-01',
  )([
    '全文',
    '18位：6位地址、8位出生日期、3位顺序（奇数为男）、1位校验。',
    '18 places: 6 area, 8 birth, 3 sequence (odd is male), 1 check.',
  ]),
} as const satisfies Record<string, Article>

/** The stable key of an article: regulation and number. */
export type ArticleKey = keyof typeof articles

/** All keys, for schemas and tests; never empty. */
export const articleKeys = Object.keys(articles) as [ArticleKey, ...ArticleKey[]]
