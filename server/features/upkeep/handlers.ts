import { upkeepContract } from '#domain/system.contract.ts'
import { implement } from '#server/http/implement.ts'

/** One is made each night; this is a night and a morning. */
const overdueAfterMs = 36 * 3_600_000

/** What else stands in the log only, for whoever looks after the machine. */
export const upkeep = implement(upkeepContract, {
  show: async ({ db, now, world }) => {
    const installed = await db
      .selectFrom('installation')
      .select(['verified_at', 'set_up_at'])
      .executeTakeFirst()
    const last = world.backups?.() ?? null
    const since = last ?? (installed?.set_up_at ? new Date(installed.set_up_at) : now)
    return {
      backup: {
        kept: world.backups !== undefined,
        lastAt: last?.toISOString() ?? null,
        overdue: world.backups !== undefined && now.getTime() - since.getTime() > overdueAfterMs,
      },
      verifiedAt: installed?.verified_at ? new Date(installed.verified_at).toISOString() : null,
    }
  },
})
