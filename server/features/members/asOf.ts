import { sql } from 'kysely'
import type { Day } from '#domain/dates.ts'
import { letterUntil, lostSince } from './states.ts'
import { atPlaces, type Condition, type Places } from './places.ts'

/**
 * `people`: the records as they stood on a past day, under the names of `member`'s columns. Place and status are of
 * that day, joining and full membership such as had come by then; what is of the person is as known today. Of who has
 * since moved out of the actor's reach row-level security tells the name alone (`roster_names`).
 */
export const peopleOn = (places: Places, on: Day): Condition => sql`
  roster as materialized (
    select s.* from member_state s
    where ${atPlaces(places, 's.organization_id', 's.member_id')}
      and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})),
  people as materialized (
    select s.member_id as id, r.id is null as elsewhere, coalesce(r.name, n.name) as name,
      coalesce(r.name_sort, n.name_sort) as name_sort,
      coalesce(r.name_pinyin, regexp_replace(n.name_sort, '[0-9 ]', '', 'g')) as name_pinyin, r.name_initials,
      s.organization_id, s.stage, s.standing, s.leaving, s.rights, s.relation, s.mobile, s.lost, s.probation_until,
      ${letterUntil} as letter_until,
      ${lostSince(on)} as lost_since,
      case when r.joined_on <= ${on} then r.joined_on end as joined_on,
      case when r.full_on <= ${on} then r.full_on end as full_on,
      r.sex, r.ethnicity, r.id_mask, r.phone_mask, r.address_mask, r.birth_on, r.native_place, r.education, r.degree,
      r.school, r.job, r.work_started_on, r.applied_on, r.party_age_from, r.party_age_reason, coalesce(r.version, 1) as version
    from roster s
    left join member r on r.id = s.member_id
    left join roster_names(array(
      select a.member_id from roster a where not exists (select 1 from member v where v.id = a.member_id))) n on n.id = s.member_id)`
