import { articlesOf } from './article.ts'

const inSupervision = articlesOf('中国共产党党内监督条例', '2016-10-27')
const inMain = articlesOf('党委（党组）落实全面从严治党主体责任规定', '2020-03-09')
const inPractice = articlesOf('本单位廉洁教育安排', '2018-10-28')

/** What 廉洁教育 rests on (handbook §9.1). */
export const integrityArticles = {
  'supervision-21': inSupervision([
    '第二十一条',
    '坚持党内谈话制度；发现思想、作风、纪律等方面苗头性、倾向性问题的，及时提醒谈话。',
    'Talks within the Party are kept up; on signs of problems there is a reminder talk in time.',
  ]),
  'integrity-main-16': inMain([
    '第十六条',
    '书记对班子成员、下级书记发现苗头性问题的，及时进行提醒谈话。',
    'The secretary reminds members of the team and secretaries below on signs of problems.',
  ]),
  'talk-acknowledged': inPractice([
    '惯例',
    '谈话记录由谈话对象阅后确认，一般在谈话后7日内。',
    'The person talked to reads and confirms the record, in general within seven days.',
    'custom',
  ]),
  'warning-education': inPractice([
    '惯例',
    '每年至少开展一次警示教育，覆盖全体党员。',
    'Every year at least one cautionary education reaches every member.',
    'custom',
  ]),
}
