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
  correction: (id = '') => ({ kind: 'meeting', to: paths.meeting(id) }),
  announcement: (first, second) => ({
    kind: 'announcement',
    to:
      isId(first) && isVersion(second)
        ? paths.announcement(first)
        : paths.announce({ organ: isId(first) ? first : undefined, type: second }),
  }),
  service: (form) => ({
    kind: 'service',
    to: form === 'notebook' ? paths.serviceBatch() : paths.newService(),
  }),
  study: (id = '') => ({
    kind: 'study',
    to: isId(id) ? paths.study(id) : paths.studies({ form: 'new' }),
  }),
  campaign: (id) => ({ kind: 'campaign', to: isId(id) ? paths.campaign(id) : paths.honours() }),
  answer: () => ({ kind: 'campaign', to: paths.honours({ waiting: 'true', any: 'true' }) }),
  'honour-class': () => ({ kind: 'honour', to: paths.honourSettings() }),
  education: (first, second) => ({
    kind: 'integrity',
    to: paths.integrity({
      view: 'educations',
      ...(first === 'again' ? { open: second } : { scope: isId(first) ? first : undefined }),
    }),
  }),
  talk: (first, second) => ({
    kind: 'integrity',
    to: paths.integrity({ view: 'talks', open: first === 'again' ? second : undefined }),
  }),
  responsibility: (first, second) => ({
    kind: 'integrity',
    to:
      second === 'report'
        ? paths.integrity({ view: 'own' })
        : paths.integrity({
            view: 'responsibilities',
            scope: isId(first) ? first : undefined,
            year: second,
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
