import type { Day } from '#domain/dates.ts'
import { invalid, problem } from '#domain/errors.ts'
import type { Door } from '#server/door.ts'

/**
 * The branch or group that takes a member on a day, held open until the transaction ends: closing it waits, and
 * then counts this member.
 *
 * @throws invalid at `body.organizationId` or `body.on`
 */
export async function placeOn(door: Door, organizationId: string, on: Day): Promise<void> {
  const place = await door.db
    .selectFrom('organization')
    .select(['kind', 'closed_on', 'founded_on'])
    .where('id', '=', organizationId)
    .forShare()
    .executeTakeFirst()
  if (!place) throw problem('not_found')
  if (place.closed_on)
    throw invalid('body.organizationId', '该组织已撤销，请选择其他党支部或党小组')
  if (place.kind !== 'branch' && place.kind !== 'group')
    throw invalid('body.organizationId', '党员只能编入党支部或党小组，请选择下一级')
  if (on < place.founded_on)
    throw invalid('body.on', `不能早于该组织的成立日期 ${place.founded_on}`)
}
