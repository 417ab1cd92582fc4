import { cockpitContract } from '#domain/cockpit.contract.ts'
import { implement } from '#server/http/implement.ts'
import { readCells, partsOf } from './queries.ts'

/** 驾驶舱: the counts of a scope, for charts whose every mark opens the rows behind it. */
export const cockpit = implement(cockpitContract, {
  show: async (door, { query }) => {
    const cells = await readCells(door, query)
    const { name, parts } = await partsOf(door, query, cells)
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
