import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { isGone, standings } from '#domain/rules/membership.ts'

const here = sql.join(standings.filter((one) => !isGone(one)).map((one) => sql.lit(one)))

/** Condition on a column of 党籍: the person is on a roster of ours, where `isGone` is false. `onRoster('m.standing')` */
export const onRoster = (column: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (${here})`

/** Condition on the states `s` of members (member_state): 应到会 on a day, `shouldAttend` of domain/rules/membership.ts. */
export const shouldAttendOn = (on: Day): RawBuilder<boolean> => sql<boolean>`
  (s.valid_from <= ${on}::date and (s.valid_to is null or s.valid_to >= ${on}::date)
    and s.stage in ('full', 'probationary') and s.standing = 'normal' and s.rights <> 'suspended' and s.relation <> 'moving-in')`
