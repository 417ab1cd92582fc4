import { paths } from './paths.ts'

/** What a draft is of: a key of `t.frame.drafts`. */
export type DraftKind =
  | 'meeting'
  | 'announcement'
  | 'service'
  | 'study'
  | 'campaign'
  | 'honour'
  | 'integrity'
  | 'other'

interface DraftPlace {
  kind: DraftKind
  /** The form that takes it up, or the page on which it is opened. */
  to: string
}

const isId = (text = ''): boolean => /^[0-9a-f]{8}-/.test(text)

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
  announcement: (organ, type) => ({
    kind: 'announcement',
    to: paths.announce({ organ: isId(organ) ? organ : undefined, type }),
  }),
  service: (form) => ({
    kind: 'service',
    to: form === 'batch' ? paths.serviceBatch() : paths.newService(),
  }),
  study: (id = '') => ({
    kind: 'study',
    to: isId(id) ? paths.study(id) : paths.studies({ form: 'new' }),
  }),
  campaign: () => ({ kind: 'campaign', to: paths.honours() }),
  answer: () => ({ kind: 'campaign', to: paths.honours({ waiting: 'true', any: 'true' }) }),
  education: () => ({ kind: 'integrity', to: paths.integrity({ view: 'educations' }) }),
  talk: () => ({ kind: 'integrity', to: paths.integrity({ view: 'talks' }) }),
  responsibility: () => ({ kind: 'integrity', to: paths.integrity({ view: 'own' }) }),
}
for (const step of ['nomination', 'review', 'publicity', 'decision', 'objection'])
  places[step] = (id = '') => ({ kind: 'campaign', to: paths.campaign(id) })
for (const step of ['revocation', 'extension'])
  places[step] = (id) => ({ kind: 'honour', to: paths.honourRecords({ open: id, any: 'true' }) })

export function draftPlace(draft: string): DraftPlace {
  const [name = '', ...rest] = draft.split('/')
  return places[name]?.(...rest) ?? { kind: 'other', to: paths.workbench() }
}
