import { isBehind } from '#server/db/migrate.ts'
import { verifyCounts } from '#server/counts/verify.ts'
import { recounts } from '#server/features/recounts.ts'
import { command } from './backups/command.ts'
import { businessDay } from './businessDay.ts'
import { openDatabase } from './database.ts'
import { expectDatabase } from './store/folder.ts'
import { FolderInUse } from './store/holder.ts'

/** `npm run verify-counts`: what a server does each night, at once and without changing anything but with `-- --repair`. */
await command(async (env, log) => {
  const args = process.argv.slice(2)
  const repair = args.includes('--repair')
  if (args.some((argument) => argument !== '--repair'))
    throw new Error('只有 --repair 一个参数 only --repair is known')
  if (!env.DATABASE_URL) expectDatabase(env.DATA_DIR)
  const database = await openDatabase(env, log).catch((error: unknown) => {
    if (!(error instanceof FolderInUse)) throw error
    throw new Error(
      `服务正在使用内置库，请先停下它；它每天夜里自动核对并修复 the server has the embedded store and verifies it each night: stop it first (${error.message})`,
    )
  })
  try {
    if (await isBehind(database.db))
      throw new Error(
        '数据库版本较旧，请先启动一次服务 start the server once: the database is older',
      )
    const wrong = await verifyCounts(database.db, {
      recounts,
      today: await businessDay(database.db, new Date()),
      repair,
      tell: ({ organizationId, year, what, cells }) =>
        process.stdout.write(`${organizationId} ${year} ${what}: ${cells.join(', ')}\n`),
    })
    if (wrong === 0) return '全部一致 every count is what it is counted from'
    if (repair) return `已修复 repaired: ${wrong}`
    throw new Error(`不一致 different: ${wrong}；修复 repair: npm run verify-counts -- --repair`)
  } finally {
    await database.close()
  }
})
