import { articlesOf, unnumbered } from './article.ts'

const inCommendation = articlesOf('中国共产党党内功勋荣誉表彰条例', '2017-07-01')
const ofBureau = articlesOf('本单位评选表彰做法', '2018-10-28')

/** What honours rest on (handbook §7): the regulation where it was read, else the bureau's own practice and said to be so. */
export const honourArticles = {
  'commendation-16': inCommendation([
    '第十六条',
    '优秀共产党员授予正式党员；注重从基层一线推荐。',
    'Excellent members are full members, with weight given to the grass roots.',
  ]),
  'commendation-revoke': inCommendation([
    `撤销${unnumbered}`,
    '弄虚作假或者严重违纪违法的，由作出决定的党组织撤销，收回证书，停止待遇；材料留档。',
    'Fraud or grave breaches lead the deciding organ to revoke; the record is kept.',
    'secondary',
  ]),
  'honour-standing': ofBureau([
    '推荐条件',
    '停止党籍、已出党，或正受留党察看、留置、逮捕的，不推荐。',
    'Whose membership or rights are suspended or ended is not nominated.',
    'custom',
  ]),
  'honour-opinions': ofBureau([
    '征求意见',
    '处分影响期、民主评议等次、党费缴纳，由推荐支部核对并征求纪检、人事意见。',
    'Discipline periods, review grades and dues are checked by the branch and with discipline and personnel.',
    'custom',
  ]),
  'honour-resolution': ofBureau([
    '支部推荐',
    '推荐须有支部党员大会或支委会已审签会议上通过的决议。',
    'A nomination rests on a passed resolution of a signed meeting of the branch.',
    'custom',
  ]),
  'honour-vote': ofBureau([
    '研究审定',
    '党委会到会委员过半数，赞成票超过应到会委员半数的，列为拟表彰对象。',
    'Over half of the committee present, and in favour over half of those who should attend.',
    'custom',
  ]),
  'honour-validity': ofBureau([
    '动态管理',
    '示范岗、业务能手等实行有效期管理；期满不再上榜，记录留存。',
    'Model posts and skilled workers are named for a time; afterwards they leave the board and stay in the record.',
    'custom',
  ]),
  publicity: ofBureau([
    '公示',
    '公示一般不少于5个工作日；起始日计入，遇放假顺延，调休上班日计入。',
    'Public notice hangs five working days in general, the first included; days off do not count, working weekends do.',
    'custom',
  ]),
} as const
