import type { PostKind } from '#domain/organizations.ts'
import { met, unmet, warning } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** What the bureau asks for, from its parameters: hours a year, and how many minutes make one (学时). */
export interface HourRule {
  memberHours: number
  officerHours: number
  hourMinutes: number
}

const groupPosts: readonly PostKind[] = ['group-leader', 'deputy-group-leader']

/** Posts of secretary and committee (书记和班子成员): every post but those of a group. */
export const officerPosts: readonly PostKind[] = [
  'secretary',
  'deputy-secretary',
  'organization-officer',
  'publicity-officer',
  'discipline-officer',
  'youth-officer',
  'officer',
]

/** Does one of these posts make the member owe 56 hours instead of 32? */
export const isOfficer = (posts: readonly PostKind[]): boolean =>
  posts.some((post) => !groupPosts.includes(post))

/** The minutes a year asks of a member or of an officer. */
export const targetMinutes = (rule: HourRule, officer: boolean): number =>
  (officer ? rule.officerHours : rule.memberHours) * rule.hourMinutes

/**
 * How a member's year of study stands (党员教育管理工作条例): hours reached or how many are missing; for officers also the
 * centralized course. A year that still runs only warns; a past one that fell short is unmet.
 */
export function judgeHours(
  year: { minutes: number; courses: number; officer: boolean; over: boolean },
  rule: HourRule,
): Verdict[] {
  const { minutes, courses, officer, over } = year
  const target = targetMinutes(rule, officer)
  const short = over ? unmet : warning
  const article = officer ? 'education-officers' : 'education-hours'
  const facts = { minutes, target, missing: Math.max(0, target - minutes) }
  return [
    minutes >= target
      ? met('study.hours.met', article, facts)
      : short('study.hours.short', article, facts),
    ...(officer
      ? [
          courses > 0
            ? met('study.course.met', 'education-officers', { courses })
            : short('study.course.none', 'education-officers', { courses }),
        ]
      : []),
  ]
}
