import type { Text } from '#lib/i18n.ts'

export const frame: Text['frame'] = {
  skip: 'Skip to content',
  menu: 'Main menu',
  open: 'Open menu',
  close: 'Close',
  home: 'Workbench',
  more: 'More',
  chains: {
    lead: 'Leading',
    capability: 'Capability',
    precision: 'Precise service',
    exemplar: 'Exemplars',
    innovation: 'Innovation',
    integrity: 'Integrity',
    system: 'System',
  },
  pages: {
    workbench: 'Workbench',
    cockpit: 'Cockpit',
    organizations: 'Organizations',
    members: 'Members',
    me: 'My record',
    meetings: 'Meetings',
    studies: 'Study activities',
    duties: 'Duty matrix',
    honours: 'Honours',
    honourBoard: 'Honour board',
    integrity: 'Integrity education',
    services: 'Volunteer service',
    account: 'My account',
    accounts: 'Accounts',
    roles: 'Roles',
    audit: 'Audit log',
    permissions: 'Who sees what',
    parameters: 'Parameters',
    api: 'API',
  },
  scope: {
    label: 'Scope',
    year: 'Year',
    yearOption: (year) => String(year),
    search: 'Name or pinyin initials',
    none: 'No such organization',
    loading: 'Searching…',
    failed: 'The search failed; try again shortly',
    all: 'All my organizations',
    count: (n) => `${n} organizations`,
  },
  todos: 'To-dos',
  todosCount: (n) => `${n} to-dos`,
  account: {
    label: 'Account',
    own: 'My account',
    out: 'Sign out',
    drafts: (n: number) =>
      n === 1
        ? 'A draft on this machine has not been submitted; signing out removes it.'
        : `${n} drafts on this machine have not been submitted; signing out removes them.`,
    outAnyway: 'Remove drafts and sign out',
    notOut: (reason) =>
      `You are still signed in. ${reason} Sign out again in a moment, and do not leave this device to others before.`,
  },
  banners: {
    outOfReach: 'This link names an organization outside your reach.',
    ownReach: 'Show mine',
    wrongAddress: (parts) =>
      `The link asks for ${parts.join(', ')}, which is not known here; the page is shown without it.`,
    withoutIt: 'Remove it',
    offline: 'You are offline. Keep writing: it stays on this machine until you submit.',
    offlineHeld:
      'You are offline. Keep writing and submit later; do not close or reload the page before.',
    unreachable: 'The server cannot be reached; trying again. What you typed is still here.',
    recovering: 'The database is away and recovers by itself. Nothing saved is lost.',
    readOnly:
      'Disk space is low and the system is read-only: look, but nothing can be saved. Tell the administrator.',
    mustChange: 'Your password was set by somebody else or has expired; change it first.',
    change: 'Change password',
  },
  error: {
    title: 'This page could not be opened',
    text: 'Nothing saved is lost, and what you were typing has a draft here. Try again or go elsewhere first.',
    old: 'The system was just updated; reload the page.',
    retry: 'Reload',
    home: 'To the workbench',
    code: (code) => `Reason: ${code}`,
  },
  missing: {
    title: 'No such page',
    text: 'The link may be out of date, or the record is outside your scope.',
  },
  forbidden: {
    title: 'You may not see this page',
    text: 'It is outside your roles. The security administrator of your unit can help.',
    roles: 'Your roles',
  },
}
