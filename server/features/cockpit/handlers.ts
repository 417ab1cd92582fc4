import { cockpitContract } from '#domain/cockpit.contract.ts'
import { implement } from '#server/http/implement.ts'
import { readCockpit } from './queries.ts'

/** 驾驶舱: the counts of a scope, for charts whose every mark opens the rows behind it. */
export const cockpit = implement(cockpitContract, {
  show: async (door, { query }) => {
    const { name, cells, parts } = await readCockpit(door, query)
    return {
      organizationId: query.organization,
      name,
      year: query.year,
      members: parts.reduce((sum, part) => sum + part.members, 0),
      cells,
      parts,
    }
  },
})
