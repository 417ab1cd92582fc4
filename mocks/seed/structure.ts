import { addDays } from '#domain/dates.ts'
import { moved, organizationIdOf, organizationPlans, planOf, renamed } from './bureau.ts'
import type { OrganizationPlan } from './bureau.ts'
import { instant } from './clock.ts'
import { memberIdOf } from './members.ts'
import { enteredAt, posts, terms } from './posts.ts'
import { seedId } from './random.ts'
import { closedBy } from './rows.ts'
import type { SeedRow } from './rows.ts'

const stretch = (
  plan: OrganizationPlan,
  from: string,
  until: string | null,
  rest: { name?: string; parent?: string; reason?: string } = {},
): SeedRow<'organization_history'> => {
  const parent = rest.parent ?? plan.parent
  return {
    id: seedId(instant(from, '09:30'), `history:${plan.key}:${from}`),
    organization_id: organizationIdOf(plan.key),
    name: rest.name ?? plan.name,
    parent_id: parent === null ? null : organizationIdOf(parent),
    valid_from: from,
    valid_to: closedBy(until),
    reason: rest.reason ?? null,
  }
}

/** What each was called and where it hung: one was renamed, one was moved, the others stayed. */
export const historyRows = (): SeedRow<'organization_history'>[] =>
  organizationPlans.flatMap((plan) => {
    if (plan.key === renamed.key)
      return [
        stretch(plan, plan.foundedOn, renamed.on, { name: renamed.oldName }),
        stretch(plan, renamed.on, null, { reason: renamed.reason }),
      ]
    if (plan.key === moved.key)
      return [
        stretch(plan, plan.foundedOn, moved.on, { parent: moved.oldParent }),
        stretch(plan, moved.on, null, { reason: moved.reason }),
      ]
    return [stretch(plan, plan.foundedOn, null)]
  })

export const termRows = (): SeedRow<'term'>[] =>
  terms.map(({ key, startedOn, endsOn, extendedTo, extensionDocument, endedOn }) => ({
    id: seedId(enteredAt(startedOn), `term:${key}:${startedOn}`),
    organization_id: organizationIdOf(key),
    started_on: startedOn,
    ends_on: endsOn,
    extended_to: extendedTo,
    extension_document: extensionDocument,
    ended_on: endedOn,
    version: extendedTo === null && endedOn === null ? 1 : 2,
  }))

export const postRows = (): SeedRow<'post'>[] =>
  posts.map(({ key, who, post, from, to }) => ({
    id: seedId(enteredAt(from), `post:${key}:${who}:${post}:${from}`),
    organization_id: organizationIdOf(key),
    member_id: memberIdOf(who),
    post,
    started_on: from,
    ended_on: closedBy(to === null ? null : addDays(to, 1)),
    version: to === null ? 1 : 2,
  }))

/** The old comrades' branch is relieved of what the young ones owe each month, by a document and to its end. */
export function exemptionRows(approvedBy: string): SeedRow<'exemption'>[] {
  const lifted = [
    ['retired', 'theme-day'],
    ['retired', 'party-lecture'],
    ['retired-1', 'group-meeting'],
    ['retired-2', 'group-meeting'],
    ['retired-3', 'group-meeting'],
  ] as const
  return lifted.map(([key, duty]) => ({
    id: seedId('2024-12-27T02:00:00.000Z', `exemption:${key}:${duty}`),
    organization_id: organizationIdOf(planOf(key).key),
    duty,
    from_day: '2025-01-01',
    to_day: '2026-12-31',
    reason: '离退休党员年龄较大、居住分散，按季度安排学习日，不按月考核',
    document_number: '某审机党〔2024〕31号',
    approved_by: approvedBy,
    withdrawn_at: null,
    version: 1,
  }))
}
