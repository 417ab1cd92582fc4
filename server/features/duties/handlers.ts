import { dutiesContract } from '#domain/duties.contract.ts'
import { implement } from '#server/http/implement.ts'
import { due } from './due.ts'
import { heat } from './heat.ts'
import { matrix } from './matrix.ts'
import { summary } from './summary.ts'

/** What each organ owes and what it kept: facts from the tables, judgement from the rules. */
export const duties = implement(dutiesContract, {
  matrix: (door, { query }) => matrix(door, query),
  heat: (door, { query }) => heat(door, query),
  summary: (door, { query }) => summary(door, query),
  due: (door, { query }) => due(door, query),
})
