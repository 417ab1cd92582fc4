import type { WallRow } from '#domain/honourWall.ts'

export interface BoardGroup {
  code: string
  name: string
  rows: WallRow[]
}

/** The article's classes first, then those a bureau added, each as the server ordered its rows. */
const first = ['excellent-member', 'model-post', 'skilled-worker', 'advanced-branch']
const rank = (code: string): number => (first.includes(code) ? first.indexOf(code) : first.length)

export function byClass(rows: readonly WallRow[]): BoardGroup[] {
  const groups = new Map<string, BoardGroup>()
  for (const row of rows) {
    const group = groups.get(row.classCode)
    if (group) group.rows.push(row)
    else groups.set(row.classCode, { code: row.classCode, name: row.className, rows: [row] })
  }
  return [...groups.values()].toSorted((a, b) => rank(a.code) - rank(b.code))
}

/** Of a card, also where no id is told. */
export const keyOf = ({ id, organizationName, subjectName }: WallRow, at: number): string =>
  id ?? `${at} ${organizationName} ${subjectName}`

/** Screens of the show: so many cards each, never two classes on one. */
export const screensOf = (groups: readonly BoardGroup[], size: number): BoardGroup[] =>
  groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.rows.length / size) }, (_, index) => ({
      ...group,
      rows: group.rows.slice(index * size, (index + 1) * size),
    })),
  )

/** The dignified stand-in of a portrait: the family name, also a double one, else the first sign. */
export function initialOf(name: string): string {
  const double = ['欧阳', '上官', '司马', '诸葛', '尉迟', '公孙', '慕容', '令狐', '皇甫', '端木']
  return double.find((family) => name.startsWith(family)) ?? Array.from(name)[0] ?? ''
}
