import { describe, expect, it } from 'vitest'
import { isOfficer, judgeHours, targetMinutes } from './studyHours.ts'

const rule = { memberHours: 32, officerHours: 56, hourMinutes: 60 }

describe('党员教育管理工作条例: hours of study a year', () => {
  it.each([
    ['a member owes 32', false, 60, 1920],
    ['secretary and committee owe 56', true, 60, 3360],
    ['an hour of 45 minutes', false, 45, 1440],
  ])('%s', (_, officer, hourMinutes, expected) => {
    expect(targetMinutes({ ...rule, hourMinutes }, officer)).toBe(expected)
  })

  it.each([
    [['secretary'], true],
    [['discipline-officer'], true],
    [['group-leader'], false],
    [['group-leader', 'officer'], true],
    [[], false],
  ] as const)('posts %j make an officer: %s', (posts, expected) => {
    expect(isOfficer(posts)).toBe(expected)
  })

  it.each([
    [
      'reached to the minute',
      { minutes: 1920, courses: 0, officer: false, over: true },
      ['met study.hours.met'],
    ],
    [
      'a minute short in the running year warns',
      { minutes: 1919, courses: 0, officer: false, over: false },
      ['warning study.hours.short'],
    ],
    [
      'a minute short of a past year is unmet',
      { minutes: 1919, courses: 0, officer: false, over: true },
      ['unmet study.hours.short'],
    ],
    [
      'an officer needs a centralized course too',
      { minutes: 3360, courses: 0, officer: true, over: true },
      ['met study.hours.met', 'unmet study.course.none'],
    ],
    [
      'an officer with 32 is short',
      { minutes: 1920, courses: 1, officer: true, over: false },
      ['warning study.hours.short', 'met study.course.met'],
    ],
  ])('%s', (_, year, expected) => {
    const verdicts = judgeHours(year, rule)
    expect(verdicts.map(({ status, code }) => `${status} ${code}`)).toEqual(expected)
    expect(verdicts[0]?.article).toBe(year.officer ? 'education-officers' : 'education-hours')
  })
})
