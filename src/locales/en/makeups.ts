import type { Text } from '#lib/i18n.ts'

export const makeups: Text['makeups'] = {
  title: 'Make-up study',
  purpose:
    'Members who missed a meeting study what it was about; the branch records that they did.',
  columns: {
    member: 'Member',
    meeting: 'Meeting',
    heldOn: 'Held on',
    organization: 'Organization',
    dueOn: 'By',
    state: 'State',
    how: 'How',
  },
  states: { open: 'Open', overdue: 'Overdue', done: 'Done' },
  show: 'Show',
  filters: { owed: 'To be done', overdue: 'Overdue', done: 'Done', all: 'All' },
  none: 'Nothing to make up',
  noneText: 'Once a meeting is signed, members on leave or absent are listed here.',
  confirm: 'Record',
  confirmOf: (name) => `Make-up study: ${name}`,
  meetingLine: (day, title) => `${day} ${title}`,
  doneOn: 'Done on',
  how: 'How',
  howHint: 'e.g. read the minutes; visited by the group leader',
  ways: ['Read the minutes', 'Lesson in the branch', 'Visited by the group leader', 'Online'],
  done: 'Make-up study recorded',
  needRight: 'Branch secretaries and organizers record make-up study',
  changed: 'Somebody just recorded this one; the list is up to date now.',
}
