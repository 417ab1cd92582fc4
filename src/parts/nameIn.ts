interface Answered<Row> {
  data: { rows: readonly Row[] } | undefined
  isPlaceholderData: boolean
}

/**
 * Whom a list is narrowed to, as a row of it says, for a `MemberChip`.
 *
 * @param nameOf null for a row that is of somebody else too
 * @returns undefined until the list itself is here (not the one before it), null where no row says it
 */
export function nameIn<Row>(
  { data, isPlaceholderData }: Answered<Row>,
  nameOf: (row: Row) => string | null,
): string | null | undefined {
  if (!data || isPlaceholderData) return undefined
  return data.rows.map(nameOf).find((name) => name !== null) ?? null
}
