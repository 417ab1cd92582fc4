import type { cockpit as zh } from '#locales/zh/cockpit.ts'

export const cockpit: typeof zh = {
  title: 'Cockpit',
  purpose: (name, year) => `${name}, ${year}: are the duties kept, what is late, where.`,
  wall: 'Wall screen',
  leaveWall: 'Leave wall screen',
  print: 'Print report',
  renewed: (time) => `Renewed ${time}, every minute`,
  none: 'No data',
  noneText: 'Nothing was signed in this scope this year.',
  headlines: 'Key figures',
  figures: {
    rate: 'Duties kept',
    rateText: (kept, past) => `${kept} of ${past} due periods`,
    late: 'Missed',
    lateText: (due) => `${due} due this period`,
    meetings: 'Signed meetings',
    members: 'Members',
    membersText: 'Full and probationary',
  },
  compared: (from, to, before) =>
    from === to ? `Month ${to} last year: ${before}` : `Months ${from}–${to} last year: ${before}`,
  noCompare: 'No complete month to compare yet',
  charts: {
    members: 'Organizations and members',
    membersNote: 'Area: full and probationary members',
    heat: 'Duty heat map',
    heatNote: 'Kept of due; a cell opens the organizations of that period',
    meetings: 'Meetings by month',
    meetingsNote: 'Signed; a meeting of several types counts once in each',
  },
  own: 'Own level',
  part: 'Organization',
  count: 'Count',
  month: 'Month',
  monthShort: (n) =>
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][n - 1] ??
    '',
  total: 'Total',
  lastYear: 'Last year',
  cell: (kept, past) => `${kept}/${past}`,
  notYet: 'Not due yet',
  duty: 'Duty',
}
