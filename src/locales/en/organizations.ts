import type { Text } from '#lib/i18n.ts'

export const organizations: Text['organizations'] = {
  title: 'Organizations',
  purpose:
    'Committees, general branches, branches and groups, level by level; choose one to see its team, term and numbers.',
  treeLabel: 'Tree of organizations',
  searchLabel: 'Find an organization',
  withClosed: 'Closed organizations too',
  noRoots: 'No organization to look at yet',
  noRootsText: 'Your roles are not bound to an organization. Ask the security administrator.',
  loadFailed: 'The organization could not be loaded',
  choose: 'Choose an organization on the left',

  kinds: {
    committee: 'Committee',
    'general-branch': 'General branch',
    branch: 'Branch',
    group: 'Group',
  },
  kindLetters: { committee: 'C', 'general-branch': 'GB', branch: 'B', group: 'G' },
  branchKinds: {
    regular: 'Regular branch',
    joint: 'Joint branch',
    project: 'Project branch',
    temporary: 'Temporary branch',
    retired: 'Branch of retirees',
    mobile: 'Branch of mobile members',
  },
  posts: {
    secretary: 'Secretary',
    'deputy-secretary': 'Deputy secretary',
    'organization-officer': 'Organization officer',
    'publicity-officer': 'Publicity officer',
    'discipline-officer': 'Discipline officer',
    'youth-officer': 'Youth officer',
    officer: 'Committee member',
    'group-leader': 'Group leader',
    'deputy-group-leader': 'Deputy group leader',
  },

  meta: {
    members: (n) => n,
    below: (n) => `${n} below`,
    membersSpoken: (n) => `${n} members`,
  },
  closedOn: (day) => `Closed on ${day}`,

  fields: {
    kind: 'Kind',
    branchKind: 'Kind of branch',
    name: 'Short name',
    nameHint: 'The everyday name; no two under one parent are alike.',
    fullName: 'Full name',
    fullNameHint: 'As on the seal.',
    nationalCode: 'National code',
    nationalCodeHint: '12 digits, leading zero included. May be left empty.',
    foundedOn: 'Founded on',
    parent: 'Parent',
    rank: 'Order',
    rankHint: 'Smaller numbers come first, as on the official list. Empty: unchanged.',
    on: 'From',
    reason: 'Reason',
    reasonHint: 'Such as: reorganization, document number',
  },

  counts: {
    heading: 'People and organizations below',
    note: 'With everything below; without those suspended or gone.',
    full: 'Full members',
    probationary: 'Probationary',
    candidate: 'Candidates',
    activist: 'Activists',
    applicant: 'Applicants',
    branches: 'Branches',
    honours: 'Honours',
    openHonours: (n) => `See these ${n} honours`,
    groups: 'Groups',
    open: (stage, n) => `Show these ${n}: ${stage}`,
    openBelow: (kind, n) => `Show these ${n}: ${kind}`,
    belowTitle: (organ, kind) => `${kind} of ${organ}`,
    studies: 'With all below; each opens its activities.',
    services: 'With all below; only confirmed ones count, each opens its records.',
    meetingsOf: (year) => `Meetings of ${year}`,
    meetings:
      'With all below; signed and archived meetings only. The rate is those present by those expected, leave included.',
    counted: 'Meetings',
    expected: 'Expected',
    present: 'Present',
    rate: 'Attendance rate',
    openMeetings: (what, n) => `${what} ${n}: open these meetings`,
    servicesOf: (year) => `Services of ${year}`,
    waiting: 'To be confirmed',
    openServices: (what, n) =>
      what === '' ? `See the ${n} to be confirmed` : `See the ${n} served: ${what}`,
    educationsOf: (year) => `Cautionary education ${year}`,
    educations: 'With all below; coverage is of members on the roster.',
    held: 'Held',
    attendances: 'Attendances',
    reached: 'Members reached',
    unreached: 'Not reached yet',
    roster: (n) => `${n} on the roster`,
    openThese: (what, n) => `${what} ${n}, open the list`,
    belowSome: (n) => `The first ${n}; use the search above for the others.`,
  },

  postsHeading: 'Posts',
  noPosts: 'No posts on record',
  noPostsText: 'The chair of meetings and the list of the branch committee come from them.',
  since: (day) => `since ${day}`,
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,

  term: {
    heading: 'Term',
    start: 'Began',
    end: 'Ends',
    extended: 'Extended to',
    document: 'Document of the extension',
    none: 'No term on record',
    noneText: 'Once the day of election is recorded, reminders follow by themselves.',
    group: 'A group has no statutory term; the branch names its leader.',
    temporary: 'A temporary branch holds no elections and ends with its task.',
    corrected: (day, by) => `Put right by ${by} on ${day}.`,
    correctedFrom: (from, to, reason) => `Recorded before: ${from} to ${to}. Reason: ${reason}`,
    extensionFrom: (until, document) => `Extended before to ${until} (${document}).`,
  },
  suggestions: 'Structure and suggestions',
  suggestionsNote: 'Hints only: setting up, changing and closing are decided by the superior.',
  history: 'History',
  historyOf: { founded: 'Founded', renamed: 'Renamed', moved: 'Moved', closed: 'Closed' },
  historyUnder: (parent) => `Under ${parent}`,

  actions: {
    create: 'New below',
    change: 'Edit',
    move: 'Move',
    close: 'Close',
    appoint: 'Appoint',
    endPost: 'Relieve',
    startTerm: 'Start a term',
    startFirstTerm: 'Record the term',
    extendTerm: 'Extension',
    correctTerm: 'Put the term right',
  },
  reasons: {
    closed: 'It is closed; its records can be read only',
    root: 'The top of the tree cannot be moved or closed',
    group: 'Nothing stands below a group',
    noTerm: 'It has no statutory term',
  },

  permit: {
    needRole: (roles) => `Your roles may not do this; it takes ${roles.join(' or ')}`,
    outside: 'This organization is outside your reach',
  },

  create: {
    title: (organ) => `New organization below ${organ}`,
    submit: 'Create',
    done: (name) => `${name} created`,
    under: 'Below',
    kindHint: (parent) => `What may stand below: ${parent}.`,
  },
  change: {
    title: (organ) => `Edit ${organ}`,
    submit: 'Save',
    done: 'Saved',
    nothing: 'Nothing was changed',
    onHint: 'For a new short name: it holds from this day, the old one stays in the history.',
    foundedHint: 'Terms, posts and duties count from this day; no record may be older.',
  },
  move: {
    title: (organ) => `Move ${organ}`,
    submit: 'Move',
    done: (organ) => `Moved below ${organ}`,
    now: 'Present parent',
    hits: (below) => `Moves along: ${below}, with their members and books.`,
    hitsNone: 'Nothing stands below; its members and books move along.',
    and: ', ',
    branches: (n) => `${n} branches`,
    groups: (n) => `${n} groups`,
    members: (n) => `${n} members`,
    kept: 'Past meetings stay with the parent of their time; the history keeps this move.',
    conflict:
      'Somebody changed this organization meanwhile. The current version is loaded; check and submit again.',
  },
  close: {
    title: (organ) => `Close ${organ}`,
    submit: 'Close',
    done: (organ) => `${organ} closed`,
    hits: 'What follows',
    posts: (names) => `Posts end the same day: ${names}`,
    noPosts: 'No posts are held',
    term: (end) => `The term ends the same day (instead of ${end})`,
    records: 'Meetings, books and history stay; no new meeting can be recorded.',
    still: (below) => `It still holds ${below}, which must find another place first.`,
    final: 'A closed organization cannot be reopened; create a new one when needed.',
  },
  appoint: {
    title: (organ) => `Appoint to a post of ${organ}`,
    submit: 'Appoint',
    post: 'Post',
    member: 'Member',
    memberHint:
      'From the roster here and below. Elected posts need a full member who may be elected.',
    startedOn: 'From',
    done: (name, post) => `${name}: ${post}`,
  },
  endPost: {
    title: (name, post) => `Relieve ${name} of the post: ${post}`,
    submit: 'Relieve',
    endedOn: 'Last day',
    rolesStay:
      'The roles of the account do not end with the post: the security administrator takes them away.',
    done: (name, post) =>
      `${name} is no longer ${post}; roles of the account, if any, the security administrator takes away`,
  },
  startTerm: {
    title: (organ) => `New term of ${organ}`,
    submit: 'Start the term',
    startedOn: 'Day of election',
    startedOnHint:
      'The day of election is the first of the term; the one before ends the day before.',
    years: 'Years',
    endsOn: (day) => `Ends on ${day}`,
    done: 'Term recorded',
  },
  correctTerm: {
    title: (organ) => `Put the term of ${organ} right`,
    submit: 'Save the correction',
    reason: 'Reason',
    reasonHint:
      'Kept below the term with the days recorded before. For newly elected ones use “New term”.',
    before: 'The term before then ends on the day before.',
    dropped: (until) =>
      `The extension to ${until} does not fit the new end: it no longer holds once this is saved and must be recorded again.`,
    done: 'The term was put right',
  },
  extendTerm: {
    title: (organ) => `Extension of the term of ${organ}`,
    submit: 'Record the extension',
    until: 'Until',
    untilHint: (end, latest) => `The term ends on ${end}; at the latest ${latest}.`,
    documentNumber: 'Document number',
    documentHint: 'Of the superior’s approval',
    done: 'Extension recorded',
  },

  member: {
    open: 'Open the full record',
    place: 'Organization',
    posts: 'Posts',
    partyAge: 'Party age',
    phone: 'Phone',
  },

  verdicts: {
    'structure.fits': () => 'Size and kind fit.',
    'structure.temporary': () => 'A temporary branch follows its task, not numbers.',
    'structure.committee.under-100': (f) =>
      `${f.partyMembers} members, under 100: fewer needs the superior’s approval.`,
    'structure.general-branch.suggest-committee': (f) =>
      `${f.partyMembers} members have reached 100: a committee may be applied for.`,
    'structure.general-branch.under-50': (f) =>
      `${f.partyMembers} members, under 50: fewer needs the superior’s approval.`,
    'structure.group.under-3': (f) =>
      `${f.partyMembers} members: a group has in general at least 3.`,
    'structure.group.no-full-member': () => 'No full member: a group needs at least one.',
    'structure.branch.under-3': (f) =>
      `${f.fullMembers} full members, under 3: to be joined with neighbours.`,
    'structure.branch.suggest-committee': (f) =>
      `${f.partyMembers} members have reached 100: a committee may be applied for.`,
    'structure.branch.suggest-general-branch': (f) =>
      `${f.partyMembers} members have reached 50: a general branch may be applied for.`,
    'structure.branch.over-50': (f) =>
      `${f.partyMembers} members: a branch has in general at most 50.`,
    'structure.joint.over-5-units': (f) => `${f.units} units joined: in general at most 5.`,
    'structure.branch.committee-missing': (f) =>
      `${f.fullMembers} full members have reached 7: a branch committee is to be elected.`,
    'structure.branch.committee-not-required': (f) =>
      `${f.fullMembers} full members, under 7: one secretary and no committee.`,
    'structure.branch.committee-under-3': (f) =>
      `The committee has ${f.committeeSeats}: 3 to 5 are required.`,
    'structure.branch.committee-over-7': (f) =>
      `The committee has ${f.committeeSeats}: in general at most 7.`,
    'term.calm': (f) => `The term ends on ${f.effectiveEnd}, in ${f.daysLeft} days.`,
    'term.d180': (f) => `${f.daysLeft} days left: the superior reminds; preparations may begin.`,
    'term.d120': (f) => `${f.daysLeft} days left: the request may be sent to the superior.`,
    'term.d60': (f) => `${f.daysLeft} days left: nominees and the day of election are to be fixed.`,
    'term.d30': (f) => `${f.daysLeft} days left: hold the election or ask for an extension.`,
    'term.due': () => 'The term ends today: it should be renewed or extended by approval.',
    'term.overdue': (f) =>
      `The term ended on ${f.effectiveEnd}, ${Math.abs(Number(f.daysLeft))} days ago, without election or approved extension.`,
  },
}
