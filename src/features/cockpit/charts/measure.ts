/** What is summed of the cells. */
export type Measure = 'count' | 'minutes'

/** Minutes as hours to one decimal, as the lists sum them. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10
