import { z } from 'zod'
import { year } from './common.ts'
import { contract, done, inScope, pageOf, paging, read, remove, write } from './contract.ts'
import {
  duty,
  dueFilter,
  dueItem,
  dutyHeat,
  dutyMatrix,
  dutySummary,
  dutySummaryFilter,
  exemption,
  matrixFilter,
  newExemption,
} from './duties.ts'
import { exemptionId, organizationId } from './ids.ts'

export const dutiesContract = contract('duties', {
  /** Organs × periods of one duty, by handbook §3.1 and §12. */
  matrix: read('/duties', {
    query: matrixFilter,
    returns: dutyMatrix,
    access: inScope('duties.read'),
  }),
  summary: read('/duties/summary', {
    query: dutySummaryFilter,
    returns: dutySummary,
    access: inScope('duties.read'),
  }),
  /** The same cells summed by direct child: branch × month for the cockpit. */
  heat: read('/duties/heat', {
    query: z.strictObject({ organization: organizationId, year, duty }),
    returns: dutyHeat,
    access: inScope('duties.read'),
  }),
  /** What is due or missed as of today, soonest first; for the workbench. */
  due: read('/duties/due', {
    query: dueFilter,
    returns: pageOf(dueItem),
    access: inScope('duties.read'),
  }),
})

export const exemptionsContract = contract('exemptions', {
  list: read('/exemptions', {
    query: z.strictObject({ ...paging, organization: organizationId.optional() }),
    returns: pageOf(exemption),
    access: inScope('duties.read'),
  }),
  create: write('/exemptions', {
    body: newExemption,
    returns: exemption,
    access: inScope('exemptions.manage'),
    audit: 'exemption.created',
  }),
  withdraw: remove('/exemptions/:id', {
    params: z.strictObject({ id: exemptionId }),
    returns: done,
    access: inScope('exemptions.manage'),
    audit: 'exemption.withdrawn',
  }),
})
