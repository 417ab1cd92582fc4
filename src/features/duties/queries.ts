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

/** The year of every duty of the scope, in one answer; the workbench asks the same. */
export const summaryQuery = (organization: string, year: number) =>
  queryOptionsOf(dutiesContract.summary, { query: { organization, year } })
