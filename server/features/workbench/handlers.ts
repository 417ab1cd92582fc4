import { announcementsContract } from '#domain/announcements.contract.ts'
import type { Given, Operation } from '#domain/contract.ts'
import { dutiesContract } from '#domain/duties.contract.ts'
import { holidaysContract } from '#domain/holidays.contract.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import type { MemberId } from '#domain/ids.ts'
import { integrityContract, talksContract } from '#domain/integrity.contract.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { scopeOf, type Permission } from '#domain/permissions.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import { workbenchContract } from '#domain/workbench.contract.ts'
import { actorOf, type Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'

/** Rows of a group shown on the workbench; the rest is behind its link. */
const size = 5

/** Asks the lists that the account may act on; what it may not is null. */
function asker(door: Door) {
  const actor = actorOf(door)
  const may = (...permissions: Permission[]) =>
    permissions.some((permission) => scopeOf(permission, actor) !== null)
  const ask = <O extends Operation>(asked: boolean, operation: O, query: Given<O>['query']) =>
    asked ? door.ask(operation, query) : null
  return { may, ask }
}

/** What waits for the own member, whatever else one is: only these, and to nobody else. */
async function ownTodos(door: Door) {
  const { may, ask } = asker(door)
  const { memberId } = actorOf(door)
  const is = memberId !== null
  return {
    answers: await ask(is && may('meetings.answer'), announcementsContract.list, {
      toAnswer: 'true',
      sort: 'heldOn',
      size,
    }),
    changes: await ask(is && may('meetings.answer'), announcementsContract.list, {
      toKnow: 'true',
      sort: 'heldOn',
      size,
    }),
    talks: await ask(is && may('integrity.detail'), talksContract.list, {
      awaiting: 'true',
      size,
    }),
    ownMakeups: await ask(is && may('makeups.read'), makeupsContract.list, {
      member: (memberId ?? undefined) as MemberId | undefined,
      states: ['open', 'overdue'],
      size,
    }),
    ownResponsibilities: await ask(
      is && may('integrity.answer'),
      integrityContract.ownResponsibilities,
      { states: ['open', 'overdue'], due: 'true', size },
    ),
    returned: await ask(may('services.log'), servicesContract.list, {
      states: ['returned'],
      mine: 'true',
      answered: 'false',
      size,
    }),
    answered: await ask(may('services.log'), servicesContract.list, {
      answered: 'true',
      size,
    }),
  }
}

/** What waits, by kind; all in one transaction, so that the counts are of one moment. */
export const workbench = implement(workbenchContract, {
  own: (door) => ownTodos(door),

  todos: async (door, { query: { organization } }) => {
    const { may, ask } = asker(door)
    const records = may('meetings.record')
    return {
      overdue: await ask(true, dutiesContract.due, { organization, overdue: 'true', size }),
      due: await ask(true, dutiesContract.due, { organization, overdue: 'false', size }),
      sign: await ask(may('meetings.sign'), meetingsContract.list, {
        organization,
        statuses: ['submitted'],
        hand: 'sign',
        size,
      }),
      drafts: await ask(records, meetingsContract.list, {
        organization,
        statuses: ['draft'],
        hand: 'record',
        size,
      }),
      announced: await ask(records, announcementsContract.list, {
        organization,
        toRecord: 'true',
        hand: 'true',
        sort: 'heldOn',
        size,
      }),
      makeups: await ask(may('makeups.confirm'), makeupsContract.list, {
        organization,
        states: ['open', 'overdue'],
        hand: 'true',
        size,
      }),
      studies: await ask(may('studies.record'), studiesContract.list, {
        organization,
        due: 'true',
        hand: 'true',
        sort: 'heldOn',
        size,
      }),
      campaigns: await ask(may('honours.manage', 'honours.nominate'), campaignsContract.list, {
        organization,
        waiting: 'true',
        size,
      }),
      expiring: await ask(may('honours.manage'), honoursContract.list, {
        organization,
        expiring: 'ours',
        sort: 'validTo',
        size,
      }),
      holidays: await ask(may('honours.manage'), holidaysContract.missing, {}),
      // Only who keeps the talks is told of what they wait for and what follows from them.
      unconfirmed: await ask(may('integrity.talk'), talksContract.list, {
        organization,
        unconfirmed: 'late',
        sort: 'heldOn',
        size,
      }),
      followUps: await ask(may('integrity.talk'), talksContract.followUps, {
        organization,
        states: ['open', 'overdue'],
        size,
      }),
      measures: await ask(may('integrity.record'), integrityContract.educationFollowUps, {
        organization,
        states: ['open', 'overdue'],
        hand: 'true',
        size,
      }),
      responsibilities: await ask(may('integrity.record'), integrityContract.responsibilities, {
        organization,
        due: 'true',
        hand: 'true',
        size,
      }),
      services: await ask(may('services.confirm'), servicesContract.list, {
        organization,
        toConfirm: 'true',
        size,
      }),
      transfers: await ask(may('members.manage'), membersContract.list, {
        organization,
        relations: ['moving-out', 'moving-in'],
        hand: 'true',
        sort: 'letterUntil',
        size,
      }),
      probations: await ask(may('members.manage'), membersContract.list, {
        organization,
        probationDue: 'true',
        hand: 'true',
        sort: 'probationEndsOn',
        size,
      }),
      lost: await ask(may('members.manage'), membersContract.list, {
        organization,
        lostLong: 'true',
        hand: 'true',
        sort: 'lostSince',
        size,
      }),
      terms: await ask(may('organizations.read'), organizationsContract.termsDue, {
        within: organization,
        size,
      }),
      termsUnknown: await ask(may('organizations.manage'), organizationsContract.termsUnknown, {
        within: organization,
        size: 1,
      }),
      ...(await ownTodos(door)),
    }
  },
})
