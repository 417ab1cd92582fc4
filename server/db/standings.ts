import { sql, type RawBuilder } from 'kysely'
import { isGone, standings } from '#domain/rules/membership.ts'

const here = sql.join(standings.filter((one) => !isGone(one)).map((one) => sql.lit(one)))

/** Condition on a column of 党籍: the person is on a roster of ours, where `isGone` is false. `onRoster('m.standing')` */
export const onRoster = (column: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (${here})`
