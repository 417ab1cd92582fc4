import { articlesOf as of, unnumbered } from './article.ts'
import type { Article } from './article.ts'

const inEducation = of('中国共产党党员教育管理工作条例', '2019-05-06')

/** The texts behind the hours of study and the care for each member. */
export const studyArticles = {
  'education-hours': inEducation([
    `集中学习培训学时${unnumbered}`,
    '党员每年集中学习培训时间一般不少于32学时。',
    'A member studies in general no less than 32 hours a year.',
    'secondary',
  ]),
  'education-officers': inEducation([
    `基层党组织书记和班子成员学时${unnumbered}`,
    '党支部书记和支委会成员每年集中学习培训时间不少于56学时，至少参加1次集中培训。',
    'Secretaries and committee members study no less than 56 hours a year and join at least one centralized course.',
    'secondary',
  ]),
  'education-25': inEducation([
    '第二十五条',
    '党员工作单位、居住地变动或外出6个月以上且地点固定的，应当转接组织关系；党组织应当做好接收和管理。',
    'Who changes unit or residence, or is away at a fixed place for six months or more, has the relation transferred, and is to be received and looked after.',
  ]),
} as const satisfies Record<string, Article>
