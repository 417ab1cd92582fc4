import { expect, it } from 'vitest'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { rolesContract } from '#domain/system.contract.ts'
import { useApi } from '#tests/support/api.ts'
import { addAccount, smallBureau } from '#tests/support/bureau.ts'

const api = useApi()

/** A secretary of branch 乙 by post and role, and their clerk, who holds no post. */
async function secretary() {
  const bureau = await smallBureau(api.world.db)
  const { branchB, inB, tokens } = bureau
  const [memberId, clerk] = inB
  const roles = [{ role: 'branch-secretary' as const, at: branchB }]
  await addAccount(api.world.db, { login: 'shuji', roles, memberId })
  await addAccount(api.world.db, { login: 'clerk', roles, memberId: clerk })
  const { body } = await api.call(tokens.organizer, organizationsContract.appoint, {
    params: { id: branchB.id },
    body: { memberId: memberId as never, post: 'secretary', startedOn: '2026-11-01' },
  })
  const orphaned = async () => {
    const query = { orphaned: 'true' as const }
    const list = (await api.call(tokens['security-admin'], rolesContract.list, { query })).body
    expect(list.total).toBe(list.rows.length)
    return list.rows.map(({ login, role }) => `${login} ${role}`)
  }
  return { ...bureau, memberId: memberId as never, post: body.posts[0], orphaned }
}

it('a role whose post has ended is told to the security administrator from the next day on', async () => {
  const { tokens, post, orphaned } = await secretary()
  expect(await orphaned()).toEqual([])
  await api.call(tokens.organizer, organizationsContract.endPost, {
    params: { id: post?.id as never },
    body: { endedOn: '2026-11-23' },
    version: 1,
  })
  expect(await orphaned()).toEqual([])
  api.world.setNow('2026-11-24T02:00:00.000Z')
  expect(await orphaned()).toEqual(['shuji branch-secretary'])
})

it('so is that of who moved to another branch, and no other', async () => {
  const { tokens, memberId, groupA1, orphaned } = await secretary()
  await api.call(tokens.organizer, membersContract.changeStatus, {
    params: { id: memberId },
    body: { reason: '工作调动', on: '2026-11-20', organizationId: groupA1.id },
    version: 1,
  })
  expect(await orphaned()).toEqual(['shuji branch-secretary'])
  const all = await api.call(tokens['security-admin'], rolesContract.list, { query: { size: 50 } })
  expect(all.body.rows.filter((row) => row.orphaned)).toHaveLength(1)
})
