import { upkeepContract } from '#domain/system.contract.ts'
import { implement } from '#server/http/implement.ts'

/** One is made each night; this is a night and half a day more. */
const overdueAfterMs = 36 * 3_600_000

/** What else stands in the log only, for whoever looks after the machine. */
export const upkeep = implement(upkeepContract, {
  show: async ({ db, now, world }) => {
    const installed = await db.selectFrom('installation').select('verified_at').executeTakeFirst()
    const kept = world.backups?.()
    const since = kept && (kept.last ?? kept.began)
    return {
      backup: {
        kept: kept !== undefined,
        lastAt: kept?.last?.toISOString() ?? null,
        overdue: since !== undefined && now.getTime() - since.getTime() > overdueAfterMs,
      },
      verifiedAt: installed?.verified_at ? new Date(installed.verified_at).toISOString() : null,
    }
  },
})
