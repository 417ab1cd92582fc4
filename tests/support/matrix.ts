import type { Kysely } from 'kysely'
import { idKinds, newId, type IdKind } from '#domain/ids.ts'
import type { GrantedRole, Role } from '#domain/permissions.ts'
import type { Tables } from '#server/db/tables.ts'
import { addAccount, addMember, addOrganization, type Placed } from './bureau.ts'
import { integrityAt } from './integrityRecords.ts'
import { meetingAt } from './matrixMeeting.ts'
import { serviceAt } from './matrixService.ts'
import { addPortrait } from './pictures.ts'
import { testNow } from './world.ts'

type Db = Kysely<Tables>
/** One record of each kind at one place of the tree. */
export type Records = Record<IdKind, string>

export const places = ['root', 'middle', 'branch', 'group', 'otherGroup', 'foreign'] as const
export type Place = (typeof places)[number] | 'own' | 'nonexistent'

/**
 * What each caller reaches, written down by hand, not computed by the code under test. The caller's
 * own member and meeting stand at `own`, inside `group`.
 */
export const reach: Record<Role, readonly Place[]> = {
  member: ['own'],
  'group-leader': ['group', 'own'],
  'branch-secretary': ['branch', 'group', 'otherGroup', 'own'],
  organizer: ['middle', 'branch', 'group', 'otherGroup', 'own'],
  leader: ['middle', 'branch', 'group', 'otherGroup', 'own'],
  discipline: ['middle', 'branch', 'group', 'otherGroup', 'own'],
  'first-secretary': ['root', 'middle', 'branch', 'group', 'otherGroup', 'foreign', 'own'],
  'system-admin': [],
  'security-admin': [],
  auditor: [],
}

/**
 * root (党委) → middle (党总支) → branch → group, otherGroup; foreign is a branch under root. Committee
 * roles are bound to middle, so that root is above them and foreign beside them.
 */
export async function matrixWorld(db: Db) {
  const root = await addOrganization(db, { kind: 'committee', name: '市委' })
  const middle = await addOrganization(db, { kind: 'general-branch', name: '总支', parent: root })
  const branch = await addOrganization(db, { kind: 'branch', name: '支部', parent: middle })
  const group = await addOrganization(db, { kind: 'group', name: '一组', parent: branch })
  const otherGroup = await addOrganization(db, { kind: 'group', name: '二组', parent: branch })
  const foreign = await addOrganization(db, { kind: 'branch', name: '别的支部', parent: root })
  const at: Record<(typeof places)[number], Placed> = {
    root,
    middle,
    branch,
    group,
    otherGroup,
    foreign,
  }
  const records = {} as Record<Place, Records>
  for (const place of places) records[place] = await recordsAt(db, at[place], `人${place.length}`)
  records.own = await recordsAt(db, group, '自己')
  records.nonexistent = Object.fromEntries(idKinds.map((kind) => [kind, newId()])) as Records
  const bind = (role: GrantedRole, place: Placed | undefined, memberId?: string) =>
    addAccount(db, {
      login: `x-${role}`,
      roles: [{ role, ...(place && { at: place }) }],
      memberId: memberId as never,
    })
  const tokens: Record<Role, string> = {
    member: (await bind('member', group, records.own.member)).token,
    'group-leader': (await bind('group-leader', group)).token,
    'branch-secretary': (await bind('branch-secretary', branch)).token,
    organizer: (await bind('organizer', middle)).token,
    leader: (await bind('leader', middle)).token,
    discipline: (await bind('discipline', middle)).token,
    // Nobody grants this one: it comes with the post of secretary of the root committee, which `recordsAt` gives.
    'first-secretary': (
      await addAccount(db, {
        login: 'x-first-secretary',
        roles: [],
        memberId: records.root.member as never,
      })
    ).token,
    'system-admin': (await bind('system-admin', undefined)).token,
    'security-admin': (await bind('security-admin', undefined)).token,
    auditor: (await bind('auditor', undefined)).token,
  }
  return { records, tokens }
}

/** A campaign is addressed to everybody below the organ that runs it: also read and answered from there. */
export const above: Partial<Record<Role, readonly Place[]>> = {
  'group-leader': ['root', 'middle', 'branch'],
  'branch-secretary': ['root', 'middle'],
  organizer: ['root'],
  leader: ['root'],
  discipline: ['root'],
}

/** An announced meeting calls everybody who is on the roster of its organ: the member stands in a group of the branch. */
export const calling: readonly Place[] = ['branch', 'group', 'own']

async function recordsAt(db: Db, place: Placed, name: string): Promise<Records> {
  const member = await addMember(db, { name: `${name}甲`, at: place })
  const own = { organization_id: place.id, member_id: member }
  const { meeting, makeup, announcement } = await meetingAt(db, own, `${name}甲`)
  const study = newId()
  await db
    .insertInto('study')
    .values({
      id: study,
      organization_id: place.id,
      kind: 'lecture',
      topic: '窗口业务讲解',
      held_on: '2026-11-12',
      minutes: 60,
      lecturer_name: '某老师',
      guests: '[]',
      events: '[]',
      created_by: newId(),
      created_at: testNow,
    })
    .execute()
  await db
    .insertInto('study_attendance')
    .values({
      study_id: study,
      ordinal: 0,
      name: `${name}甲`,
      organization_name: '组织',
      present: false,
      ...own,
    })
    .execute()
  const { service, certificate } = await serviceAt(db, own, `${name}甲`)
  const term = newId()
  await db
    .insertInto('term')
    .values({
      id: term,
      organization_id: place.id,
      started_on: '2025-01-01',
      ends_on: '2027-12-31',
      ended_on: '2025-06-01',
    })
    .execute()
  const post = newId()
  await db
    .insertInto('post')
    .values({ id: post, post: 'secretary', started_on: '2025-01-01', ...own })
    .execute()
  const exemption = newId()
  await db
    .insertInto('exemption')
    .values({
      id: exemption,
      organization_id: place.id,
      duty: 'group-meeting',
      from_day: '2025-01-01',
      to_day: '2025-02-01',
      reason: '理由',
      document_number: '文号',
      approved_by: newId(),
    })
    .execute()
  const campaign = newId()
  await db
    .insertInto('campaign')
    .values({
      id: campaign,
      organization_id: place.id,
      class_code: 'excellent-member',
      title: '评选',
      year: 2026,
      quota: 5,
      conditions: '条件',
      nominate_from: '2026-11-01',
      nominate_to: '2026-11-30',
      publicity_days: 5,
      created_by: newId(),
      created_at: testNow,
    })
    .execute()
  const named = { subject_key: `member:${member}`, subject_name: `${name}甲`, citation: '事迹' }
  const written = { created_by: newId(), created_at: testNow }
  const nomination = newId()
  await db
    .insertInto('nomination')
    .values({
      id: nomination,
      campaign_id: campaign,
      meeting_id: meeting,
      meeting_line: '会议',
      crew: [],
      crew_names: [],
      verdicts: '[]',
      ...own,
      ...named,
      ...written,
    })
    .execute()
  const objection = newId()
  await db
    .insertInto('objection')
    .values({
      id: objection,
      campaign_id: campaign,
      organization_id: place.id,
      nomination_id: nomination,
      raised_on: '2026-11-20',
      text: '异议',
      ...written,
    })
    .execute()
  const honour = newId()
  await db
    .insertInto('honour')
    .values({
      id: honour,
      class_code: 'excellent-member',
      awarded_by: place.id,
      crew: [],
      crew_names: [],
      decided_on: '2026-06-30',
      document_number: '文号',
      ...own,
      ...named,
    })
    .execute()
  await addPortrait(db, { id: honour, organizationId: place.id })
  const account = await addAccount(db, {
    login: `spare-${newId()}`,
    roles: [{ role: 'member', at: place }],
  })
  const assignment = await db
    .selectFrom('assignment')
    .select('id')
    .where('account_id', '=', account.id)
    .executeTakeFirstOrThrow()
  const session = await db
    .selectFrom('session')
    .select('id')
    .where('account_id', '=', account.id)
    .executeTakeFirstOrThrow()
  return {
    organization: place.id,
    member,
    meeting,
    makeup,
    announcement,
    study,
    service,
    certificate,
    term,
    post,
    exemption,
    campaign,
    nomination,
    objection,
    honour,
    ...(await integrityAt(db, place, member, name)),
    account: account.id,
    assignment: assignment.id,
    session: session.id,
  }
}
