import { describe, expect, it } from 'vitest'
import { checkReview, decisionVerdicts, nextOf, whyNotCampaign } from './campaigns.rules.ts'
import { campaignState, type Review } from './campaigns.ts'
import { holidayTable } from './rules/workdays.ts'

const dates = {
  state: 'open' as const,
  nominateFrom: '2026-11-01',
  nominateTo: '2026-11-20',
  publicityTo: null,
  publicityShort: false,
  openObjections: 0,
}

describe('the life of a campaign', () => {
  it('ends with the decision or when cancelled: nothing moves it on', () => {
    for (const state of ['decided', 'cancelled'] as const)
      for (const move of ['change', 'nominate', 'review', 'publish', 'decide', 'cancel'] as const)
        expect(whyNotCampaign(move, state), `${move} ${state}`).not.toBeNull()
  })

  it('takes each step in its turn', () => {
    const allowed = (move: Parameters<typeof whyNotCampaign>[0]) =>
      campaignState.options.filter((state) => whyNotCampaign(move, state) === null)
    expect(allowed('nominate')).toEqual(['open'])
    expect(allowed('review')).toEqual(['open', 'reviewed'])
    expect(allowed('publish')).toEqual(['reviewed'])
    expect(allowed('object')).toEqual(['publicity'])
    expect(allowed('amend')).toEqual(['publicity'])
    expect(allowed('decide')).toEqual(['publicity'])
    expect(allowed('exclude')).toEqual(['reviewed', 'publicity'])
  })

  it.each<[string, object, string, string | null]>([
    ['nominations run', {}, '2026-11-20', 'nominate'],
    ['nominations are over', {}, '2026-11-21', 'review'],
    ['reviewed', { state: 'reviewed' }, '2026-11-21', 'publicity'],
    [
      'public notice is short of working days',
      { state: 'publicity', publicityTo: '2026-11-27', publicityShort: true, openObjections: 1 },
      '2026-11-27',
      'extend',
    ],
    ['public notice runs', { state: 'publicity', publicityTo: '2026-11-27' }, '2026-11-27', 'wait'],
    [
      'public notice is over',
      { state: 'publicity', publicityTo: '2026-11-27' },
      '2026-11-28',
      'decide',
    ],
    [
      'an objection is open',
      { state: 'publicity', publicityTo: '2026-11-27', openObjections: 1 },
      '2026-11-28',
      'answer',
    ],
    ['decided', { state: 'decided' }, '2026-11-28', null],
  ])('%s: next is told', (_, over, today, next) =>
    expect(nextOf({ ...dates, ...over }, today).next).toBe(next),
  )
})

describe('the review', () => {
  const result = (yes: number, proposed: boolean, no = 0) => ({
    nominationId: crypto.randomUUID() as Review['results'][number]['nominationId'],
    yes,
    no,
    abstain: 0,
    proposed,
  })
  const review = (over: Partial<Review>): Review => ({
    heldOn: '2026-11-23',
    expected: 9,
    present: 8,
    opinions: '纪检、人事无不同意见',
    results: [result(8, true)],
    ...over,
  })
  const campaign = { nominateFrom: '2026-11-01', resolvedOn: '2026-11-10' }
  const check = (over: Partial<Review>, quota = 2) =>
    Object.keys(checkReview(review(over), { ...campaign, quota }, '2026-11-23'))

  it.each<[string, Partial<Review>, string[]]>([
    ['stands', {}, []],
    [
      'more on public notice than the quota',
      { results: [result(8, true), result(7, true), result(6, true)] },
      ['body.results'],
    ],
    ['listed without the votes', { results: [result(4, true, 4)] }, ['body.results.0.proposed']],
    ['more votes than people', { results: [result(8, true, 1)] }, ['body.results.0.yes']],
    ['a thin committee', { present: 4, results: [result(4, false)] }, ['body.present']],
    ['more present than there are', { present: 10 }, ['body.present']],
    ['in the future', { heldOn: '2026-11-24' }, ['body.heldOn']],
    ['before the notice', { heldOn: '2026-10-31' }, ['body.heldOn']],
    ['before a branch met', { heldOn: '2026-11-09' }, ['body.heldOn']],
    ['on the day on which it met', { heldOn: '2026-11-10' }, []],
  ])('%s', (_, over, fields) => expect(check(over)).toEqual(fields))
})

describe('the decision (after ≥ 5 working days of public notice)', () => {
  const facts = {
    publicityFrom: '2026-11-16',
    publicityTo: '2026-11-20',
    publicityDays: 5,
    openObjections: 0,
    lost: [],
    proposed: 3,
  }
  const table = holidayTable([2026], [])
  const unmet = (
    over: Partial<Parameters<typeof decisionVerdicts>[0]>,
    on = '2026-11-21',
    days = table,
  ) =>
    decisionVerdicts({ ...facts, ...over }, on, days)
      .filter(({ status }) => status === 'unmet')
      .map(({ code }) => code)

  it('is free the day after public notice, with every objection answered', () =>
    expect(unmet({})).toEqual([]))
  it('waits on the last day of public notice', () =>
    expect(unmet({}, '2026-11-20')).toEqual(['decision.publicity-runs']))
  it('waits for an open objection', () =>
    expect(unmet({ openObjections: 1 })).toEqual(['decision.objection-open']))
  it('catches who lost eligibility between nomination and decision', () =>
    expect(
      unmet({
        lost: [
          {
            name: '张伟',
            verdict: {
              status: 'unmet',
              code: 'honour.rights.probation',
              article: 'honour-standing',
              facts: {},
            },
          },
        ],
      }),
    ).toEqual(['decision.lost']))
  it('refuses when nobody is left, and when the calendar of the year is gone', () => {
    expect(unmet({ proposed: 0 })).toEqual(['decision.nobody'])
    expect(unmet({}, '2026-11-21', holidayTable([], []))).toEqual(['workdays.missing-year'])
  })
})
