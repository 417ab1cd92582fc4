import { problem } from '#domain/errors.ts'

/** More lines than anybody reads; whoever needs them narrows the filter. */
const MOST = 10_000

/**
 * All rows of a list, as one file holds them: asked as its one long page, so that filter, order and rights are
 * those of the list itself. @throws state when there are too many
 */
export async function wholeList<L extends { total: number }>(
  list: (page: { page: number; size: number }) => Promise<L>,
): Promise<L> {
  const whole = await list({ page: 1, size: MOST })
  if (whole.total > MOST)
    throw problem('state', {
      params: { reason: `共 ${whole.total} 条，一次最多导出 ${MOST} 条，请缩小范围` },
    })
  return whole
}
