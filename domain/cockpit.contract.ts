import { cockpit, cockpitFilter } from './cockpit.ts'
import { contract, inScope, read } from './contract.ts'

export const cockpitContract = contract('cockpit', {
  /** Counts of a year and the one before it, and the parts of the scope. Reads rollups, not records. */
  show: read('/cockpit', {
    query: cockpitFilter,
    returns: cockpit,
    access: inScope('cockpit.read'),
  }),
})
