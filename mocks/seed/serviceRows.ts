import { addDays, monthOf } from '#domain/dates.ts'
import type { ServiceEvent } from '#domain/services.ts'
import { accountRows, leaderAccount, organizerAccount, secretaryAccount } from './accounts.ts'
import { branchAt, organizationIdOf, planOf } from './bureau.ts'
import { demoToday, instant, workdayFrom } from './clock.ts'
import type { SeedCount } from './counts.ts'
import { personOf } from './people.ts'
import { seedId } from './random.ts'
import type { SeedRow } from './rows.ts'
import { memberOf, type ServicePlan } from './services.ts'

const accounts = new Map(
  accountRows().map(({ id, member_id }) => [member_id, { id: id ?? '', member: member_id }]),
)

/**
 * Whoever leads the place where the person stood; of the leader's own records, whoever stands above. With `returner`,
 * who decides the appeal against what that account returned: the next above.
 */
function confirmer(plan: ServicePlan, returner?: string): { id: string; name: string } {
  const own = accounts.get(memberOf(plan))?.id
  const branch = branchAt(plan.place, demoToday)
  const chain = [
    ...(planOf(plan.place).kind === 'group' ? [leaderAccount(plan.place)] : []),
    secretaryAccount(branch),
    organizerAccount,
  ]
  return chain.find(({ id }) => id !== own && id !== returner) ?? organizerAccount
}

const until = (day: string): string => (day > demoToday ? demoToday : day)

/** A record with all that happened to it, each step on the next working day. */
function rowOf(plan: ServicePlan): SeedRow<'service_record'> {
  const { entry, story, state } = plan
  const { name } = personOf(plan.who)
  const first = confirmer(plan)
  const above = confirmer(plan, first.id)
  const at = instant(until(entry.servedOn), '18:30')
  const events: ServiceEvent[] = [{ at, action: 'logged', by: name, reason: null }]
  let day = entry.servedOn
  const steps = story?.steps ?? (state === 'confirmed' ? [['confirmed', null] as const] : [])
  let by = first
  for (const [action, reason] of steps) {
    day = until(workdayFrom(addDays(day, 1)))
    const who = action === 'appealed' || action === 'withdrawn' ? name : by.name
    events.push({ at: instant(day, `09:${10 + events.length * 10}`), action, by: who, reason })
    if (action === 'appealed') by = above
  }
  const confirmed = events.findLast(({ action }) => action === 'confirmed')
  const returned = events.findLast(({ action }) => action === 'returned')
  return {
    id: seedId(at, `service:${plan.key}`),
    organization_id: organizationIdOf(plan.place),
    member_id: memberOf(plan),
    member_name: name,
    kind: entry.kind,
    served_on: entry.servedOn,
    started_at: entry.from,
    ended_at: entry.to,
    visits: entry.visits,
    minutes: entry.minutes,
    channel: entry.channel,
    item: entry.item,
    beneficiary: entry.beneficiary,
    is_volunteer: entry.isVolunteer,
    state,
    return_reason: state === 'returned' || state === 'appealed' ? (returned?.reason ?? null) : null,
    // Before somebody had an account, the organizer took the records over from paper.
    created_by: accounts.get(memberOf(plan))?.id ?? organizerAccount.id,
    created_at: at,
    returned_by: returned ? first.id : null,
    confirmed_by: confirmed ? by.id : null,
    confirmed_at: confirmed?.at ?? null,
    events,
    version: events.length,
  }
}

export const serviceRows = (plans: readonly ServicePlan[]): SeedRow<'service_record'>[] =>
  plans.map(rowOf)

/** What the confirmed ones come to, each at its own place: see counts.ts. */
export const serviceCounts = (plans: readonly ServicePlan[]): SeedCount[] =>
  plans
    .filter(({ state }) => state === 'confirmed')
    .flatMap(({ place, entry }) => {
      const month = monthOf(entry.servedOn)
      const { kind, visits, minutes } = entry
      return [
        {
          organization: place,
          month,
          kind: `service:${kind}`,
          count: visits,
          minutes: minutes ?? 0,
        },
        { organization: place, month, kind: `service-records:${kind}`, count: 1, minutes: 0 },
      ]
    })
