import { dutiesContract } from '#domain/duties.contract.ts'
import type { Duty } from '#domain/duties.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import type { DutiesState } from './filter.ts'

interface MatrixAsked {
  organization: string
  year: number
  duty: Duty
  states?: DutiesState['states']
  period?: string
  page?: number
  size: number
}

export const matrixQuery = ({ states, ...asked }: MatrixAsked) =>
  queryOptionsOf(dutiesContract.matrix, {
    query: { ...asked, ...(states && { states: [states] }) },
  })

/** Of the list of what is due; of the frame's year alone only where the address says so. */
export const dueOf = (
  { overdue, ofYear, task, q, sort, page, size }: DutiesState,
  organization: string,
  year: number,
) => ({
  organization,
  overdue,
  year: ofYear && year,
  duties: task && [task],
  q: q || undefined,
  sort,
  page,
  size,
})

export const exemptionsOf = ({ page, size }: DutiesState, organization: string) => ({
  organization,
  page,
  size,
})

/** The year of every duty of the scope, in one answer; the workbench asks the same. */
export const summaryQuery = (organization: string, year: number) =>
  queryOptionsOf(dutiesContract.summary, { query: { organization, year } })
