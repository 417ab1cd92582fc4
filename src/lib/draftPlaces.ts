import { paths } from './paths.ts'

/** What a draft is of: a key of `t.frame.draftKinds`. */
export type DraftKind =
  | 'meeting'
  | 'announcement'
  | 'service'
  | 'study'
  | 'campaign'
  | 'honour'
  | 'integrity'
  | 'member'
  | 'organization'
  | 'other'

interface DraftPlace {
  kind: DraftKind
  /** The form that takes it up, or the page on which it is opened. */
  to: string
}

const isId = (text: string | undefined): text is string => /^[0-9a-f]{8}-/.test(text ?? '')
/** What a form that edits a record was typed over (`EditDrawer`). */
const isVersion = (text = ''): boolean => /^\d+$/.test(text)

/** Of the first part of a draft's name: what the rest says of its place. */
const places: Record<
  string,
  (first?: string, second?: string, third?: string, rest?: string) => DraftPlace
> = {
  meeting: (id, organization, what, period) => ({
    kind: 'meeting',
    to:
      id !== 'new'
        ? paths.editMeeting(id ?? '')
        : isId(what)
          ? paths.newMeeting({ announcement: what })
          : paths.newMeeting({ organization, type: what, period }),
  }),
  'meeting-return': (id = '') => ({ kind: 'meeting', to: paths.meeting(id) }),
  // The list has no page of one.
  makeup: () => ({ kind: 'meeting', to: paths.makeups({ show: 'done' }) }),
  correction: (id = '') => ({ kind: 'meeting', to: paths.meeting(id) }),
  announcement: (first, second) => ({
    kind: 'announcement',
    to:
      isId(first) && (isVersion(second) || second === 'call-off')
        ? paths.announcement(first)
        : paths.announce({ organ: isId(first) ? first : undefined, type: second }),
  }),
  service: (form) => ({
    kind: 'service',
    to: isId(form)
      ? paths.services({ open: form, any: 'true' })
      : form === 'notebook'
        ? paths.serviceBatch()
        : paths.newService(),
  }),
  certificate: (id = '') => ({ kind: 'service', to: paths.serviceCertificate(id) }),
  study: (id = '') => ({
    kind: 'study',
    to: isId(id) ? paths.study(id) : paths.studies({ form: 'new' }),
  }),
  campaign: (id) => ({ kind: 'campaign', to: isId(id) ? paths.campaign(id) : paths.honours() }),
  answer: () => ({ kind: 'campaign', to: paths.honours({ waiting: 'true', any: 'true' }) }),
  'honour-class': () => ({ kind: 'honour', to: paths.honourSettings() }),
  holidays: (year) => ({ kind: 'honour', to: paths.honourSettings({ year: Number(year) }) }),
  education: (first, second) => ({
    kind: 'integrity',
    to: paths.integrity({
      view: 'educations',
      // What is typed of a record, and how: again, withdraw, follow-up.
      ...(isId(second) ? { open: second } : { scope: isId(first) ? first : undefined }),
    }),
  }),
  talk: (_, second) => ({
    kind: 'integrity',
    to: paths.integrity({ view: 'talks', open: isId(second) ? second : undefined }),
  }),
  measure: (_, act) => ({
    kind: 'integrity',
    // What is to be opened again is done, and stands among those.
    to: paths.integrity({ view: 'measures', followUp: act === 'reopen' ? 'done' : undefined }),
  }),
  responsibility: (first, second) => ({
    kind: 'integrity',
    to:
      second === 'report'
        ? paths.integrity({ view: 'own' })
        : paths.integrity({
            view: 'responsibilities',
            // A new one is named by its place and year, an act by the item that it is of, of whatever year.
            ...(isVersion(second)
              ? { scope: isId(first) ? first : undefined, year: second }
              : { any: 'true' }),
          }),
  }),
  member: (id) => ({ kind: 'member', to: isId(id) ? paths.member(id) : paths.members() }),
  status: (id = '') => ({ kind: 'member', to: paths.member(id) }),
}
for (const step of [
  'nomination',
  'nomination-change',
  'review',
  'publicity',
  'decision',
  'objection',
])
  places[step] = (id = '') => ({ kind: 'campaign', to: paths.campaign(id) })
for (const step of ['revocation', 'extension', 'honour-correction'])
  places[step] = (id) => ({ kind: 'honour', to: paths.honourRecords({ open: id, any: 'true' }) })
for (const form of ['organization', 'election'])
  places[form] = (id) => ({ kind: 'organization', to: paths.organizations({ node: id }) })

export function draftPlace(draft: string): DraftPlace {
  const [name = '', ...rest] = draft.split('/')
  return places[name]?.(...rest) ?? { kind: 'other', to: paths.workbench() }
}
