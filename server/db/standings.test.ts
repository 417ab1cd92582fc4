import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import {
  relations,
  rightsOptions,
  shouldAttend,
  stages,
  standings,
} from '#domain/rules/membership.ts'
import { useApi } from '#tests/support/api.ts'
import { smallBureau } from '#tests/support/bureau.ts'
import { shouldAttendOn } from './standings.ts'

const api = useApi([])

const statuses = stages.flatMap((stage) =>
  standings.flatMap((standing) =>
    rightsOptions.flatMap((rights) =>
      relations.map((relation) => ({ stage, standing, rights, relation })),
    ),
  ),
)

it('the database calls to a meeting whom the rules do, of every state that a member can be in', async () => {
  const { db } = api.world
  const { branchB, inB } = await smallBureau(db)
  const [who = ''] = inB
  // One member, a day in each state.
  const dayOf = (at: number) => addDays('2024-01-01', at)
  await db.deleteFrom('member_state').where('member_id', '=', who).execute()
  await db
    .insertInto('member_state')
    .values(
      statuses.map((status, at) => ({
        id: newId(),
        member_id: who,
        organization_id: branchB.id,
        ...status,
        mobile: false,
        lost: false,
        valid_from: dayOf(at),
        valid_to: dayOf(at),
        reason: null,
      })),
    )
    .execute()
  const answers: [boolean | undefined, boolean | undefined][] = []
  for (const at of statuses.keys()) {
    const on = dayOf(at)
    const { rows } = await sql<{ listed: boolean; called: boolean }>`
      select exists (select 1 from member_state s where s.member_id = ${who} and ${shouldAttendOn(on)}) as listed,
        is_called(${branchB.id}, ${on}::date, '{branch-assembly}', ${who}) as called`.execute(db)
    answers.push([rows[0]?.listed, rows[0]?.called])
  }
  const wanted = statuses.map((status) => [shouldAttend(status), shouldAttend(status)])
  expect(answers).toEqual(wanted)
  expect(wanted.filter(([one]) => one).length).toBeGreaterThan(3)
})
