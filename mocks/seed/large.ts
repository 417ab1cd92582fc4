import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { rebuildCounts, rebuildHeld } from '#server/counts/rebuild.ts'
import { rebuildOwn } from '#server/counts/recount/work.ts'
import type { Tables } from '#server/db/tables.ts'
import { recounts } from '#server/features/recounts.ts'
import { chained } from './largeChains.ts'
import { served } from './largeServices.ts'
import {
  batches,
  dayOf,
  firstBranch,
  idOf,
  nameParts,
  oneOf,
  organizationAt,
  text,
  type Sizes,
} from './largeParts.ts'

/**
 * A large tree for measuring: 1 committee over 20 over 200 general branches over branches, members in
 * the branches, meetings of two years. Set-based, so that a million rows take seconds; every row is a
 * function of its number, so two runs are equal. At least 222 organizations (fewer have no branch).
 * `counts: false` leaves out the sums, for who looks at the tree alone: they take minutes for 100,000 organizations.
 * `attendance` adds some twenty rows per meeting, `services` as many service records of two years and something of
 * every other chain. One-click accounts: organizer, leader, branch-secretary.
 */
export async function seedLarge(
  db: Kysely<Tables>,
  {
    organizations = 5_000,
    members = 100_000,
    meetings = 260_000,
    attendance = false,
    services = 0,
    counts = true,
  }: Partial<Sizes> & { attendance?: boolean; services?: number; counts?: boolean } = {},
): Promise<void> {
  const sizes = { organizations, members, meetings }
  await db.transaction().execute(async (transaction) => {
    for (const statement of [
      ...structure(sizes),
      ...people(sizes),
      ...records(sizes),
      ...(attendance ? [attended] : []),
      ...(services > 0 ? [...served(sizes, services), ...chained(sizes)] : []),
      ...accounts(sizes),
    ])
      await statement.execute(transaction)
  })
  // Without it the planner knows nothing of a hundred thousand new rows, and counting them takes minutes.
  await sql`analyze`.execute(db)
  if (counts) {
    await rebuildHeld(db)
    await rebuildOwn(db, recounts, '2026-11-23')
    await rebuildCounts(db)
    // Else the server would begin to make them.
  } else
    await sql`insert into recount_year (year, as_of) values (2025, '2026-11-23'), (2026, '2026-11-23')`.execute(
      db,
    )
  for (const table of [
    'organization',
    'member',
    'member_state',
    'meeting',
    'attendance',
    'service_record',
    'held',
    'rollup',
    'own_count',
  ])
    // As the engine's own housekeeping leaves a store that has been running.
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db)
}

const structure = (sizes: Sizes) => [
  sql`
    with recursive numbered as (
      select n, ${organizationAt.parent} as parent, ${organizationAt.kind(sizes)} as kind, ${organizationAt.step} as step
      from generate_series(1, ${sql.lit(sizes.organizations)}) n
    ), placed as (
      select n, parent, kind, step as path from numbered where n = 1
      union all
      select c.n, c.parent, c.kind, p.path || c.step from numbered c join placed p on c.parent = p.n
    )
    insert into organization (id, parent_id, path, kind, branch_kind, name, name_pinyin, name_initials, rank, founded_on)
    select ${idOf('organization', sql`n`)}, case when n > 1 then ${idOf('organization', sql`parent`)} end, path, kind,
      case kind when 'branch' then 'regular' end, ${organizationAt.name}, ${organizationAt.pinyin}, ${organizationAt.initials}, n % 10000, date '2019-01-01'
    from placed`,
  sql`
    insert into organization_history (id, organization_id, name, parent_id, valid_from)
    select id, id, name, parent_id, founded_on from organization`,
]

const people = ({ organizations, members }: Sizes) => [
  ...batches(members).map(
    (numbers) => sql`
    insert into member (id, organization_id, name, name_pinyin, name_initials, name_sort, sex, ethnicity, birth_on, education, id_mask, phone_mask,
      applied_on, joined_on, full_on, stage, standing, rights, relation, mobile, lost, created_at)
    select ${idOf('member', sql`n`)}, ${idOf('organization', sql`${sql.lit(firstBranch)} + (n - 1) % ${sql.lit(Math.max(1, organizations - firstBranch + 1))}`)},
      s.sign || a.sign || b.sign, s.pinyin || a.pinyin || b.pinyin, left(s.pinyin, 1) || left(a.pinyin, 1) || left(b.pinyin, 1),
      s.sort || ' ' || a.sort || ' ' || b.sort || ' ' || s.sign || a.sign || b.sign,
      case when n % 2 = 0 then 'female' else 'male' end, '汉族', date '1965-01-01' + (n % 12000)::int, '大学本科',
      '1****************' || n % 10, '124****' || lpad((n % 10000)::text, 4, '0'),
      date '2005-01-01' + (n % 4000)::int, case when n % 100 < 96 then date '2007-01-01' + (n % 5000)::int end,
      case when n % 100 < 93 then date '2008-01-01' + (n % 5000)::int end,
      case when n % 100 < 93 then 'full' when n % 100 < 96 then 'probationary' when n % 100 < 98 then 'activist' else 'applicant' end,
      'normal', 'normal', 'registered', n % 50 = 0, false, timestamptz '2024-12-23 01:00Z'
    from ${numbers}
    join ${nameParts.surnames} s on s.at = ${oneOf('s', sql`n`, nameParts.surnameCount)}
    join ${nameParts.given} a on a.at = ${oneOf('a', sql`n`, nameParts.givenCount)}
    join ${nameParts.given} b on b.at = ${oneOf('b', sql`n`, nameParts.givenCount)}`,
  ),
  sql`
    insert into member_state (id, member_id, organization_id, stage, standing, rights, relation, mobile, lost, valid_from)
    select id, id, organization_id, stage, standing, rights, relation, mobile, lost, date '2022-01-01' from member`,
  // The first of each branch is its secretary, the next three sit on its committee.
  sql`
    insert into post (id, organization_id, member_id, post, started_on)
    select ${idOf('post', sql`n`)}, ${idOf('organization', sql`${sql.lit(firstBranch)} + (n - 1) % ${sql.lit(Math.max(1, organizations - firstBranch + 1))}`)}, ${idOf('member', sql`n`)},
      (array['secretary', 'organization-officer', 'publicity-officer', 'discipline-officer'])[1 + (n - 1) / ${sql.lit(Math.max(1, organizations - firstBranch + 1))}], date '2025-01-01'
    from generate_series(1, least(${sql.lit(members)}, 4 * ${sql.lit(Math.max(1, organizations - firstBranch + 1))})) n`,
]

const records = ({ organizations, meetings }: Sizes) => {
  const branches = Math.max(1, organizations - firstBranch + 1)
  return batches(meetings).map(
    (numbers) => sql`
      insert into meeting (id, organization_id, types, title, held_on, started_at, ended_at, place, chair_id, recorder_id, agenda, minutes, guests, speeches,
        resolutions, status, verdict, expected, present, on_leave, absent, voters, voters_present, entered_late, created_by, created_at, submitted_at, signed_by, signed_at, archived_at, version)
      select ${idOf('meeting', sql`n`, sql`held_on`)}, ${idOf('organization', sql`branch`)}, array[type], ${text.title}, held_on, '15:00', '16:10', '三楼会议室',
        ${idOf('member', sql`branch - ${sql.lit(firstBranch - 1)}`)}, ${idOf('member', sql`branch - ${sql.lit(firstBranch - 1)}`)}, '["学习","讨论"]', ${text.minutes}, '[]', '[]', '[]',
        case when n % 100 = 0 then 'submitted' else 'archived' end, case when n % 97 = 0 then 'unmet' else 'met' end,
        20, 20 - (n % 5)::int, (n % 5)::int - (n % 5)::int / 3, (n % 5)::int / 3, 18, 18 - (n % 5)::int, n % 60 = 0,
        ${idOf('account', sql`1`)}, held_on + time '18:00', held_on + time '18:30',
        case when n % 100 > 0 then ${idOf('account', sql`1`)} end, case when n % 100 > 0 then held_on + time '19:00' end, case when n % 100 > 0 then held_on + time '20:00' end, 4
      from (
        select n, ${sql.lit(firstBranch)} + (n - 1) % ${sql.lit(branches)} as branch, ${dayOf(sql`n`, branches, meetings)} as held_on,
          (array['theme-day', 'committee-meeting', 'general-meeting', 'party-lecture'])[1 + ((n - 1) / ${sql.lit(branches)}) % 4] as type
        from ${numbers}
      ) made`,
  )
}

const attended = sql`
  insert into attendance (meeting_id, organization_id, member_id, ordinal, name, stage, organization_name, has_vote, status)
  select m.id, m.organization_id, p.id, p.ordinal, p.name, p.stage, o.name, p.stage = 'full',
    case when p.ordinal < m.present then 'present' when p.ordinal < m.present + m.on_leave then 'leave' else 'absent' end
  from meeting m join organization o on o.id = m.organization_id
  join (
    select id, organization_id, name, stage, (row_number() over (partition by organization_id order by name_sort, id) - 1)::int as ordinal from member
  ) p on p.organization_id = m.organization_id and p.ordinal < 20`

/** Who measures: a leader and an organizer at the root, and the secretary of the first branch. */
const accounts = ({ organizations }: Sizes) => [
  sql`insert into installation (bureau_name, demo, set_up_at, demo_today) values ('测量用大型组织', true, timestamptz '2024-12-23 01:00Z', date '2026-11-23') on conflict do nothing`,
  sql`
    insert into account (id, login, name, name_sort, draft_key, created_at)
    select ${idOf('account', sql`n`)}, login, login, login, repeat('A', 43), timestamptz '2024-12-23 01:00Z'
    from (values (1, 'organizer'), (2, 'leader'), (3, 'branch-secretary')) as v (n, login)`,
  sql`
    insert into assignment (id, account_id, role, organization_id, granted_at)
    select ${idOf('assignment', sql`n`)}, ${idOf('account', sql`n`)}, role, ${idOf('organization', sql`place`)}, timestamptz '2024-12-23 01:00Z'
    from (values (1, 'organizer', 1), (2, 'leader', 1), (3, 'branch-secretary', ${sql.lit(Math.min(firstBranch, organizations))})) as v (n, role, place)`,
]
