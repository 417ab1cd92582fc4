import type { ui as zh } from '#locales/zh/ui.ts'

const count = (n: number | string, one: string, many: string) =>
  `${n} ${Number(n) === 1 ? one : many}`

export const ui: typeof zh = {
  comma: ', ',
  colon: ': ',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',

  loading: 'Loading',
  emptyTitle: 'Nothing here yet',
  filteredTitle: 'No records match',
  filteredText: 'Loosen or clear the filters to see more.',
  clearFilters: 'Clear filters',
  errorTitle: 'Could not load',
  errorText: 'What you entered and saved is safe. Check the network and try again.',
  refusedText: 'The filters cannot hold, or lie outside your reach.',
  withoutFilters: 'Open this page without filters',
  requestId: (id) => `Problem number ${id}`,
  forbiddenTitle: 'You may not see this',
  forbiddenText:
    'This lies outside your roles or organizations. Ask your security administrator if you need it.',
  failed: 'That did not work',
  failedText: 'Nothing was changed; you can try again.',

  table: {
    columns: 'Columns',
    chooseColumns: 'Choose the columns to show',
    resetColumns: 'Reset',
    sortAscending: (column) => `Sort by ${column}, ascending`,
    sortDescending: (column) => `Sort by ${column}, descending`,
    sortClear: (column) => `Stop sorting by ${column}`,
    total: (n) => count(n, 'row', 'rows'),
    refreshing: 'Refreshing',
    sortBy: 'Sort',
    sortNone: 'Usual order',
    ascending: 'ascending',
    descending: 'descending',
    scroll: 'Table, scrolls sideways',
  },
  pages: {
    label: 'Pages',
    previous: 'Previous page',
    next: 'Next page',
    page: (n) => `Page ${n}`,
    of: (page, last) => `Page ${page} of ${last}`,
    size: 'Rows per page',
    beyond: (page, last) => `There is no page ${page}; the last is ${last}`,
    toLast: 'To the last page',
    perPage: (n) => `${n} per page`,
  },
  tree: {
    more: (n) => `Load more (${n} left)`,
    loading: 'Loading what is below',
    failed: 'Could not load; select to try again',
  },
  dialog: {
    unsaved: 'There are unsaved changes',
    keep: 'Keep editing',
    discard: 'Discard changes',
  },
  confirm: {
    hits: 'This affects',
    andMore: (n) => `${n} in all`,
  },
  verdict: {
    met: 'Met',
    warning: 'Note',
    unmet: 'Not met',
    'not-applicable': 'Not applicable',
    article: 'Source',
  },
  chain: {
    lead: 'Leading',
    capability: 'Capability',
    precision: 'Precise service',
    exemplar: 'Exemplars',
    innovation: 'Innovation',
    integrity: 'Integrity',
  },
  merge: {
    title: 'Someone else changed this record',
    intro:
      'It was saved by someone else after you opened it. Choose what to keep, field by field, then save.',
    introBy: (who, when) =>
      `${who} saved it at ${when}, after you opened it. Choose what to keep, field by field, then save.`,
    base: 'Before',
    mine: 'Mine',
    theirs: 'Saved now',
    onlyMine: 'changed by me only',
    onlyTheirs: 'changed by them only',
    both: 'changed by both',
    allMine: 'Use all of mine',
    allTheirs: 'Use all saved',
    same: (n) => `${count(n, 'further field is', 'further fields are')} the same on both sides.`,
    left: (n) => `${count(n, 'field is', 'fields are')} still to choose`,
    apply: 'Save as chosen',
    blank: '(empty)',
  },
  heat: {
    legend: 'Key',
    help: 'Move with the arrow keys, open the rows of a cell with Enter.',
    helpStill: 'Move with the arrow keys.',
  },
  calendar: {
    label: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
    previous: 'Previous month',
    next: 'Next month',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    weekday: (name) => name,
    day: (year, month, day) =>
      `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    today: 'today',
    more: (n) => `${n} more`,
    none: 'Nothing planned this month',
  },
  copy: {
    copy: (what) => `Copy ${what}`,
    done: 'Copied',
    failed: 'Could not copy; select the text and copy it by hand',
  },
  field: {
    dateProse: (year, month, day, weekday) =>
      `${weekday} ${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  },
  print: {
    print: 'Print',
  },
  toast: {
    region: 'Notices',
    dismiss: 'Dismiss notice',
  },
  chart: {
    asTable: 'Table',
    asChart: 'Chart',
    save: 'Save picture',
    failed: 'The chart could not be drawn',
    failedText:
      'Its drawing program did not arrive. The numbers are here: press Table. If trying again does not help, reload the page.',
  },
  export: {
    label: 'Export',
    busy: 'Exporting…',
    hint: 'A table (CSV) of exactly what is listed; it is written to the audit log',
    done: (name) => `Exported ${name}`,
  },
  draft: {
    kept: (time) => `Draft kept on this machine ${time}`,
    keeping: 'Keeping the draft…',
    failed: 'The draft could not be kept on this machine: submit or save it before you leave',
    untouched: 'What you type is kept on this machine',
    restored: (when) => `Restored the draft kept on this machine at ${when}.`,
    discard: 'Give up the draft and start over',
    discarded: 'Draft given up',
    otherWindow: 'This draft is being written in another window; what is typed last counts.',
    undo: 'Undo',
    closed: 'What was not sent is kept as a draft for the next time',
  },
  none: '—',
  noneSpoken: 'none',
}
