import type { Operation } from '#domain/contract.ts'
import { announcementsContract } from '#domain/announcements.contract.ts'
import { dutiesContract, exemptionsContract } from '#domain/duties.contract.ts'
import { problem, type ProblemFields } from '#domain/errors.ts'
import { exportsContract, type exportedLists } from '#domain/exports.contract.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { honoursContract } from '#domain/honours.contract.ts'
import { integrityContract } from '#domain/integrity.contract.ts'
import { makeupsContract, meetingsContract } from '#domain/meetings.contract.ts'
import { membersContract } from '#domain/members.contract.ts'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { scopeOf } from '#domain/permissions.ts'
import { accountsContract, auditContract, rolesContract } from '#domain/system.contract.ts'
import { actorOf } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { parsePart } from '#server/http/parse.ts'
import { expectProved } from '#server/http/passwordAgain.ts'
import { wholeList } from '#server/text/wholeList.ts'

type Answer = { rows: Record<string, unknown>[]; total: number }

const lists: Record<(typeof exportedLists)[number], Operation> = {
  'accounts.list': accountsContract.list,
  'announcements.list': announcementsContract.list,
  'audit.list': auditContract.list,
  'campaigns.list': campaignsContract.list,
  'campaigns.nominations': campaignsContract.nominations,
  'duties.due': dutiesContract.due,
  'exemptions.list': exemptionsContract.list,
  'honours.list': honoursContract.list,
  'integrity.educationFollowUps': integrityContract.educationFollowUps,
  'integrity.educations': integrityContract.educations,
  'integrity.ownResponsibilities': integrityContract.ownResponsibilities,
  'integrity.people': integrityContract.people,
  'integrity.responsibilities': integrityContract.responsibilities,
  'makeups.list': makeupsContract.list,
  'meetings.list': meetingsContract.list,
  'members.list': membersContract.list,
  'organizations.termsDue': organizationsContract.termsDue,
  'organizations.termsUnknown': organizationsContract.termsUnknown,
  'roles.list': rolesContract.list,
}

/** Lists as files: asked through the same door as on the screen, so that a file holds nothing that the screen does not. */
export const exports = implement(exportsContract, {
  rows: async (door, { body }) => {
    const list = lists[body.list]
    // Also where it is refused: the log tells which it was.
    door.note({ detail: { list: body.list } })
    if (list.access.kind !== 'permission' || !scopeOf(list.access.permission, actorOf(door)))
      throw problem('forbidden')
    await expectProved(door, exportsContract.rows, body)
    const { page: _page, size: _size, ...query } = body.query
    const fields: ProblemFields = {}
    parsePart(list.query, 'body.query', query, door.language, fields)
    if (Object.keys(fields).length > 0) throw problem('invalid', { fields })
    const { rows, total } = await wholeList(async (page) => {
      const answer = (await door.ask(list, query, page)) as Answer | null
      if (!answer) throw problem('not_found')
      return answer
    })
    if (typeof query.organization === 'string') door.note({ organizationId: query.organization })
    door.note({ detail: { list: body.list, ...query, rows: total } })
    return { rows }
  },
})
