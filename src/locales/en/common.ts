import type { Text } from '#lib/i18n.ts'

export const common: Text['common'] = {
  today: 'Today',
  year: (year) => String(year),
  yes: 'Yes',
  no: 'No',
  none: 'None',
  edit: 'Edit',
  add: 'Add',
  back: 'Back',
  saved: 'Saved',
  version: 'Version',
  draft: {
    saving: 'Saving the draft…',
    savedAt: (time) => `Draft saved ${time}`,
    failed: 'The draft could not be kept on this machine; do not close the page',
    otherWindow: 'This draft is open in another window too; the last input counts',
    restored: (time) => `Draft of ${time} restored`,
    discard: 'Discard draft',
  },
  form: {
    required: 'Required',
    changed:
      'Somebody acted on this a moment ago; it is shown as it is now. Look at it, then submit again.',
  },
  certificate: {
    checkText: 'Enter the number and the name on the certificate.',
    number: 'Number',
    name: 'Name',
    checkButton: 'Check',
    genuine: 'It is genuine and says',
    unknown: 'No certificate has this number and this name',
    altered: 'It differs from what was issued; ask the bureau',
    by: (who) => `Issued by ${who}`,
    print: 'Print',
  },
}
