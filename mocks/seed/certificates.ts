import { yearOf, type Day } from '#domain/dates.ts'
import type { MemberId } from '#domain/ids.ts'
import { parameterAt } from '#domain/rules/parameters.ts'
import { starOf } from '#domain/services.rules.ts'
import { certificateNumber } from '#server/certificates.ts'
import { digestOf } from '#server/features/services/seal.ts'
import type { Secrets } from '#server/world.ts'
import { organizerAccount } from './accounts.ts'
import { bureauName, nameAt, organizationIdOf } from './bureau.ts'
import { instant } from './clock.ts'
import { personOf } from './people.ts'
import { seedId } from './random.ts'
import type { SeedRow } from './rows.ts'
import { memberOf, type ServicePlan } from './services.ts'

/** For the first half of the article's year, asked for by the member whose account the demo opens first. */
const certified = {
  who: 'hall1-1:5',
  from: '2026-01-01',
  to: '2026-06-30',
  issuedOn: '2026-07-03',
}

/** What counts: confirmed, volunteered, with hours. */
const countsFor = ({ who, state, entry }: ServicePlan, until: Day): boolean =>
  who === certified.who &&
  state === 'confirmed' &&
  entry.isVolunteer &&
  entry.minutes !== null &&
  entry.servedOn <= until

const sumOf = (plans: readonly ServicePlan[], of: (plan: ServicePlan) => number): number =>
  plans.reduce((sum, plan) => sum + of(plan), 0)

/** Sealed with the installation's own key, as one that is issued: its number can be checked. */
export async function certificateRows(
  plans: readonly ServicePlan[],
  secrets: Pick<Secrets, 'mac'>,
): Promise<SeedRow<'service_certificate'>[]> {
  const { from, to, issuedOn } = certified
  const ofLife = plans.filter((plan) => countsFor(plan, to))
  const inPeriod = ofLife.filter(({ entry }) => entry.servedOn >= from)
  // 谁记录谁证明: where the last of these records was made.
  const last = inPeriod.toSorted((a, b) => (a.entry.servedOn < b.entry.servedOn ? 1 : -1))[0]
  if (!last) throw new RangeError(`nothing to certify of ${certified.who}`)
  const id = seedId(instant(issuedOn, '10:20'), `certificate:${certified.who}`)
  const minutesOf = ({ entry }: ServicePlan) => entry.minutes ?? 0
  const sealed = {
    number: await certificateNumber(secrets, 'FW', id, yearOf(issuedOn)),
    memberId: memberOf(last) as MemberId,
    memberName: personOf(certified.who).name,
    organizationName: nameAt(last.place, to),
    bureauName,
    from,
    to,
    records: inPeriod.length,
    visits: sumOf(inPeriod, ({ entry }) => entry.visits),
    minutes: sumOf(inPeriod, minutesOf),
    star: starOf(sumOf(ofLife, minutesOf), parameterAt([], 'volunteer.starHours', to)),
    issuedOn,
    issuedBy: organizerAccount.name,
  }
  return [
    {
      id,
      number: sealed.number,
      organization_id: organizationIdOf(last.place),
      member_id: sealed.memberId,
      member_name: sealed.memberName,
      organization_name: sealed.organizationName,
      bureau_name: bureauName,
      from_day: from,
      to_day: to,
      records: sealed.records,
      visits: sealed.visits,
      minutes: sealed.minutes,
      star: sealed.star,
      issued_on: issuedOn,
      issued_by_name: sealed.issuedBy,
      issued_by: organizerAccount.id,
      digest: await digestOf(secrets, sealed),
      created_at: instant(issuedOn, '10:20'),
    },
  ]
}
