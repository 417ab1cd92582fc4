import type { CockpitPart } from '#domain/cockpit.ts'
import { countedStatuses } from '#domain/meetings.states.ts'
import { paths } from '#lib/paths.ts'

const listed = (path: string, ...filters: (string | false | undefined)[]): string =>
  `${path}?${filters.filter(Boolean).join('&')}`

const ofPart = (part: CockpitPart | undefined) => part && `scope=${part.organizationId}`
/** What stands at the organization itself, none of what is below. */
const ownOnly = (part: CockpitPart | undefined) => part?.isOwn && 'direct=true'
/** With its own year: last year's months stand beside this year's. */
const inMonth = (month: string | undefined) => month && `month=${month}&year=${month.slice(0, 4)}`

/**
 * The lists behind the counts of the cockpit, each with the filter by which it holds exactly the counted rows. `month`
 * is 'YYYY-MM'; scope and year of the page come with `useKeepScope`.
 */
export const rowsOf = {
  members: (part?: CockpitPart) =>
    listed(
      paths.members(),
      ofPart(part),
      'stages=full&stages=probationary&standings=normal',
      ownOnly(part),
    ),
  meetings: (type?: string, month?: string) =>
    listed(
      paths.meetings(),
      type && `types=${type}`,
      inMonth(month),
      ...countedStatuses.map((status) => `statuses=${status}`),
    ),
  services: (kind?: string, month?: string) =>
    listed(paths.services(), kind && `kinds=${kind}`, inMonth(month), 'states=confirmed'),
  studies: (kind?: string, month?: string) =>
    listed(paths.studies(), kind && `kinds=${kind}`, inMonth(month), 'statuses=closed'),
  honours: (codes: readonly string[] = [], part?: CockpitPart) =>
    listed(
      paths.honourRecords(),
      ofPart(part),
      ...codes.map((code) => `classes=${code}`),
      'states=valid&states=expired',
      ownOnly(part),
    ),
  educations: () => paths.integrity({ view: 'educations' }),
  reached: (organizationId: string, isReached: boolean) =>
    paths.integrity({ scope: organizationId, view: 'people', reached: String(isReached) }),
  duties: () => paths.duties(),
  late: () => paths.duties({ view: 'due', overdue: 'true', ofYear: 'true' }),
  heat: (organizationId: string, duty: string, period: string) =>
    paths.duties({ scope: organizationId, duty, period }),
}
