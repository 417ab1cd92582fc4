import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, completedYears } from '#domain/dates.ts'
import {
  countExpected,
  dateWarnings,
  fiftyYears,
  fiftyYearsIn,
  fullFrom,
  hasVote,
  isEligibleVoter,
  isFullMember,
  isPartyMember,
  partyAge,
  extensionOf,
  probationEnd,
  relations,
  rightsOptions,
  shouldAttend,
  stages,
  standings,
} from './membership.ts'
import type { Status } from './membership.ts'

const full: Status = { stage: 'full', standing: 'normal', rights: 'normal', relation: 'registered' }

describe('who counts', () => {
  it.each<[string, Partial<Status>, { member: boolean; attends: boolean; votes: boolean }]>([
    ['选举工作条例 第五条: full member', {}, { member: true, attends: true, votes: true }],
    [
      '选举工作条例 第五条: 预备党员 attend without a vote',
      { stage: 'probationary' },
      { member: true, attends: true, votes: false },
    ],
    [
      '选举工作条例 第五条: 留党察看 attend without a vote',
      { rights: 'probation' },
      { member: true, attends: true, votes: false },
    ],
    [
      '选举工作条例 第五条: 留置、逮捕 suspend the rights',
      { rights: 'suspended' },
      { member: true, attends: false, votes: false },
    ],
    ['停止党籍', { standing: 'suspended' }, { member: false, attends: false, votes: false }],
    ['出党', { standing: 'left' }, { member: false, attends: false, votes: false }],
    [
      '转出在途 stays on the roster until received',
      { relation: 'moving-out' },
      { member: true, attends: true, votes: true },
    ],
    [
      '转入在途 is not here yet',
      { relation: 'moving-in' },
      { member: true, attends: false, votes: false },
    ],
    ['积极分子 are 列席', { stage: 'activist' }, { member: false, attends: false, votes: false }],
    ['发展对象 are 列席', { stage: 'candidate' }, { member: false, attends: false, votes: false }],
    ['申请人', { stage: 'applicant' }, { member: false, attends: false, votes: false }],
  ])('%s', (_name, change, { member, attends, votes }) => {
    const status = { ...full, ...change }
    expect({
      member: isPartyMember(status),
      attends: shouldAttend(status),
      votes: isEligibleVoter(status),
    }).toEqual({ member, attends, votes })
  })

  const anyStatus: fc.Arbitrary<Status> = fc.record({
    stage: fc.constantFrom(...stages),
    standing: fc.constantFrom(...standings),
    rights: fc.constantFrom(...rightsOptions),
    relation: fc.constantFrom(...relations),
  })
  it('选举工作条例 第五条: a voter is a full member of normal standing and rights, is expected, and is counted so', () => {
    fc.assert(
      fc.property(anyStatus, (status) => {
        expect(hasVote(status)).toBe(
          status.stage === 'full' && status.standing === 'normal' && status.rights === 'normal',
        )
        expect([isFullMember(status), !hasVote(status)]).toContain(true)
        expect([shouldAttend(status), !isEligibleVoter(status)]).toContain(true)
      }),
    )
    fc.assert(
      fc.property(fc.array(anyStatus), (roster) => {
        const counted = countExpected(roster)
        expect(counted.eligible).toBeLessThanOrEqual(counted.shouldAttend)
        expect(counted.shouldAttend).toBeLessThanOrEqual(roster.filter(isPartyMember).length)
      }),
    )
  })
})

describe('probation', () => {
  it.each([
    ['2021-06-01', '2022-05-31', '2022-06-01'],
    ['2026-01-01', '2026-12-31', '2027-01-01'],
    ['2023-03-01', '2024-02-29', '2024-03-01'],
    ['2024-03-01', '2025-02-28', '2025-03-01'],
    ['2024-02-28', '2025-02-27', '2025-02-28'],
    ['2024-02-29', '2025-02-28', '2025-03-01'],
  ])(
    '细则 2026 第三十一条: accepted %s, probation to %s, full member from %s',
    (joinedOn, end, from) => {
      expect(probationEnd(joinedOn)).toBe(end)
      expect(fullFrom(joinedOn)).toBe(from)
    },
  )
  it('writes the other convention where the parameter says so', () => {
    expect(probationEnd('2021-06-01', 'same-day')).toBe('2022-06-01')
    expect(probationEnd('2024-02-29', 'same-day')).toBe('2025-02-28')
  })

  it('is extended by half a year to a year of whole months (细则 Art. 31)', () => {
    expect(extensionOf('2026-05-31')).toEqual({ from: '2026-11-30', to: '2027-05-31' })
    expect(extensionOf('2026-02-28')).toEqual({ from: '2026-08-31', to: '2027-02-28' })
    expect(extensionOf('2026-06-01')).toEqual({ from: '2026-12-01', to: '2027-06-01' })
  })
  it('a year is complete on the day full membership begins, and not on the last day of probation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (n) => {
        const joinedOn = addDays('1982-09-06', n)
        expect([
          completedYears(joinedOn, probationEnd(joinedOn)),
          completedYears(joinedOn, fullFrom(joinedOn)),
        ]).toEqual([0, 1])
      }),
    )
  })
})

describe('党龄', () => {
  it.each<
    [string, { fullOn?: string | null; overrideFrom?: string | null }, string, number | null]
  >([
    [
      '章程 第七条: from 转正, the day before the anniversary',
      { fullOn: '2000-06-01' },
      '2026-05-31',
      25,
    ],
    ['章程 第七条: on the anniversary', { fullOn: '2000-06-01' }, '2026-06-01', 26],
    ['章程 第七条: on the day itself', { fullOn: '2026-06-01' }, '2026-06-01', 0],
    ['none before full membership', {}, '2026-06-01', null],
    ['none before its day has come', { fullOn: '2026-12-01' }, '2026-06-01', null],
    [
      '§4.3: an override for historical members',
      { fullOn: '1977-01-01', overrideFrom: '1976-01-01' },
      '2026-01-01',
      50,
    ],
    ['from 29 February, on 28 February', { fullOn: '2024-02-29' }, '2025-02-28', 0],
    ['from 29 February, on 1 March', { fullOn: '2024-02-29' }, '2025-03-01', 1],
  ])('%s', (_name, from, today, years) => expect(partyAge(from, today)).toBe(years))

  it.each([
    ['1976-07-01', 2026, true],
    ['1976-07-02', 2026, false],
    ['1976-07-02', 2027, true],
    ['1975-12-31', 2026, true],
    ['1976-06-30', 2025, false],
  ])('光荣在党50年 against 1 July: from %s, in %i: %o', (from, year, reached) => {
    expect(fiftyYears(from, year)).toBe(reached)
  })
  it.each([
    ['1976-07-01', 2026],
    ['1976-07-02', 2027],
    ['1976-01-01', 2026],
    ['1976-02-29', 2026],
    ['1976-12-31', 2027],
  ])('from %s the first year is %i', (from, year) => expect(fiftyYearsIn(from)).toBe(year))
})

describe('§11: days that want checking', () => {
  it.each<[string, string | null, string | null, string | null, string[]]>([
    ['18 that day', '2000-05-01', '2018-05-01', '2019-05-01', []],
    [
      '17 and a full member a day early',
      '2000-05-02',
      '2018-05-01',
      '2019-04-30',
      ['joined.under-18', 'full.before-a-year'],
    ],
    ['still to come', null, '2026-11-24', '2027-11-24', ['joined.in-future']],
    ['nothing known', null, null, '2019-05-01', []],
  ])('%s', (_, birthOn, joinedOn, fullOn, expected) =>
    expect(
      dateWarnings({ ...full, birthOn, joinedOn, fullOn, partyAgeFrom: null }, '2026-11-23'),
    ).toEqual(expected),
  )

  it('of whoever is here, the day that probation or 党龄 counts from (细则 第三十一条、第三十三条)', () => {
    const of = (
      status: Partial<Status>,
      days: Partial<Record<'joinedOn' | 'partyAgeFrom', string>> = {},
    ) =>
      dateWarnings(
        {
          ...full,
          birthOn: null,
          joinedOn: null,
          fullOn: null,
          partyAgeFrom: null,
          ...status,
          ...days,
        },
        '2026-11-23',
      )
    expect(of({ stage: 'probationary' })).toEqual(['joined.unknown'])
    expect(of({ stage: 'probationary' }, { joinedOn: '2026-05-01' })).toEqual([])
    expect(of({})).toEqual(['full.unknown'])
    expect(of({}, { partyAgeFrom: '1960-07-01' })).toEqual([])
    expect(of({ stage: 'activist' })).toEqual([])
    expect(of({ standing: 'deceased' })).toEqual([])
  })
})
