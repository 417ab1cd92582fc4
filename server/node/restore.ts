import { command } from './backups/command.ts'
import { readBackup } from './backups/files.ts'
import { restorePostgres } from './backups/postgres.ts'
import { openEmbedded } from './store/embedded.ts'

/** `npm run restore -- <file>`: what a backup holds in place of what is there, which is moved aside. */
await command(async ({ DATA_DIR, DATABASE_URL }, log) => {
  const [file] = process.argv.slice(2)
  if (!file) throw new Error('请写明备份文件 name the file: npm run restore -- data/backups/…')
  if (DATABASE_URL) await restorePostgres(DATABASE_URL, file)
  else {
    const dump = readBackup(file)
    const store = await openEmbedded({
      dataDir: DATA_DIR,
      log,
      snapshot: () => Promise.resolve(dump),
      replace: true,
    })
    await store.close()
  }
  return `已恢复 restored: ${file}`
})
