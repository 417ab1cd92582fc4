const seconds = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** 2026-11-23 09:30:05 in Shanghai: what an auditor writes down. */
export const instantToSecond = (instant: string): string => seconds.format(new Date(instant))
