/** Every page has its builder here; repository.test.ts asks that each reaches a route. */
type Query = Record<string, string | number | readonly string[] | undefined>

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of typeof value === 'object' ? value : [value])
      if (one !== undefined && one !== '') search.append(name, String(one))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

export const paths = {
  workbench: () => '/',
  cockpit: (query?: Query) => withQuery('/cockpit', query),
  organizations: (query?: { node?: string }) => withQuery('/organizations', query),
  members: (query?: Query) => withQuery('/members', query),
  member: (id: string) => `/members/${id}`,
  meetings: (query?: Query) => withQuery('/meetings', query),
  meeting: (id: string) => `/meetings/${id}`,
  newMeeting: (query?: {
    organization?: string
    type?: string
    period?: string
    announcement?: string
  }) => withQuery('/meetings/new', query),
  editMeeting: (id: string) => `/meetings/${id}/edit`,
  calendar: (query?: Query) => withQuery('/meetings/calendar', query),
  announcements: (query?: Query) => withQuery('/meetings/announcements', query),
  /** The form, with what a duty asks for. */
  announce: (duty: { organ?: string | undefined; type?: string | undefined }) =>
    withQuery('/meetings/announcements', { form: 'new', ...duty }),
  announcement: (id: string) => `/meetings/announcements/${id}`,
  makeups: (query?: Query) => withQuery('/makeups', query),
  studies: (query?: Query) => withQuery('/studies', query),
  study: (id: string) => `/studies/${id}`,
  studyHours: (query?: Query) => withQuery('/studies/hours', query),
  services: (query?: Query) => withQuery('/services', query),
  newService: () => '/services/new',
  serviceBatch: () => '/services/batch',
  serviceStars: (query?: { member?: string }) => withQuery('/services/stars', query),
  serviceCertificate: (id: string) => `/services/certificates/${id}`,
  duties: (query?: Query) => withQuery('/duties', query),
  honours: (query?: Query) => withQuery('/honours', query),
  campaign: (id: string) => `/honours/${id}`,
  honourBoard: (query?: Query) => withQuery('/honour-board', query),
  honourRecords: (query?: Query) => withQuery('/honour-records', query),
  honourCertificate: (id: string) => `/honour-records/${id}/certificate`,
  honourSettings: (query?: { year: number }) => withQuery('/honour-settings', query),
  integrity: (query?: Query) => withQuery('/integrity', query),
  account: () => '/account',
  accounts: (query?: Query) => withQuery('/system/accounts', query),
  roles: (query?: Query) => withQuery('/system/roles', query),
  audit: (query?: Query) => withQuery('/system/audit', query),
  upkeep: () => '/system/upkeep',
  permissions: () => '/system/permissions',
  parameters: () => '/system/parameters',
  api: () => '/system/api',
}
