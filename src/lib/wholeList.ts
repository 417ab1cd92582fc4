import type { Given, Operation, Returned } from '#domain/contract.ts'
import { exportsContract, type exportedLists } from '#domain/exports.contract.ts'
import { call } from './api.ts'

type Listed<O extends Operation> = Returned<O> extends { rows: (infer Row)[] } ? Row : never

/**
 * All rows of a list, beyond the page that is shown: what an export asks for, with what the list was asked with. It
 * stands in the audit log. `whole={wholeList(membersContract.list, query)}`
 */
export const wholeList =
  <O extends Operation>({ name }: O, query: Given<O>['query']) =>
  async (signal: AbortSignal): Promise<readonly Listed<O>[]> => {
    // Which lists there are, a test compares with these calls.
    const list = name as (typeof exportedLists)[number]
    const body = { list, query: query as Record<string, unknown> }
    const { rows } = await call(exportsContract.rows, { body, signal })
    return rows as Listed<O>[]
  }
