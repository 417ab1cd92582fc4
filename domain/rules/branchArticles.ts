import { articlesOf } from './article.ts'

const inBranch = articlesOf('中国共产党支部工作条例（试行）', '2018-10-28')

/** 中国共产党支部工作条例（试行）, 中共中央, 2018: the articles the rules use. */
export const branchArticles = {
  'branch-4': inBranch([
    '第四条',
    '有正式党员3人以上的单位应当成立党支部，党支部党员一般不超过50人。',
    'Three full members make a branch; a branch has in general no more than 50 members.',
  ]),
  'branch-5': inBranch([
    '第五条',
    '正式党员不足3人的单位联合建立党支部，联合单位一般不超过5个。',
    'Units with fewer than three full members join in one branch, in general at most five units.',
  ]),
  'branch-6': inBranch([
    '第六条',
    '成立党支部由基层单位申请，上级党组织一般在1个月内决定批复。',
    'A branch is set up by application; the superior decides within a month.',
    'secondary',
  ]),
  'branch-7': inBranch([
    '第七条',
    '党支部的调整和撤销由上级党组织决定。',
    'Changing or closing a branch is for the superior to decide.',
  ]),
  'branch-8': inBranch([
    '第八条',
    '临时党支部班子由批准它的党组织指定，一般不发展和处分党员、不收党费、不换届。',
    'A temporary branch has an appointed team; it admits and punishes nobody, takes no dues and holds no elections.',
  ]),
  'branch-11': inBranch([
    '第十一条',
    '党员大会一般每季度1次；半数以上有表决权的党员到会方可表决，赞成超过应到会有表决权党员的半数为通过。',
    'An assembly each quarter; at least half of the voters present, and yes from more than half of all who should attend.',
  ]),
  'branch-12': inBranch([
    '第十二条',
    '支委会会议一般每月1次，有半数以上委员到会方可进行。',
    'A committee meeting each month; at least half of the committee present.',
  ]),
  'branch-13': inBranch([
    '第十三条',
    '党员较多或分散的党支部应当划分党小组；党小组会一般每月1次。',
    'A large or scattered branch is divided into groups; each group meets once a month.',
  ]),
  'branch-14': inBranch([
    '第十四条',
    '党员大会、支委会由书记召集主持，书记不能参加的可委托副书记或委员。',
    'The secretary calls and chairs the meetings, or entrusts the deputy or a committee member.',
  ]),
  'branch-16': inBranch([
    '第十六条',
    '党支部组织党员按期参加三会一课，每月相对固定1天开展主题党日。',
    'Members attend meetings and lectures on schedule; one fixed theme day a month.',
  ]),
  'branch-17': inBranch([
    '第十七条',
    '党支部每年至少召开1次组织生活会，一般安排在第四季度；一般以支部党员大会、支部委员会会议或者党小组会形式召开。',
    'At least one organizational-life meeting a year, in general in the fourth quarter, held as an assembly, a committee meeting or group meetings.',
  ]),
  'branch-18': inBranch([
    '第十八条',
    '党支部一般每年开展1次民主评议党员，可与组织生活会一并进行。',
    'One democratic appraisal of members a year, possibly together with the organizational-life meeting.',
  ]),
  'branch-20': inBranch([
    '第二十条',
    '正式党员7人以上的党支部应当设支委会，由3至5人组成，一般不超过7人；不足7人的设1名书记。',
    'Seven full members require a committee of 3 to 5, in general at most 7; fewer have one secretary.',
  ]),
  'branch-21': inBranch([
    '第二十一条',
    '机关等党支部每届任期一般3年；选出的书记、副书记报上级党组织批准。',
    'The term is in general three years; elected secretaries are approved by the superior.',
  ]),
}
