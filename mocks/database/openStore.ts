import { PGlite } from '@electric-sql/pglite'
import { indexedDbName } from './messages.ts'
import type { Opening } from './messages.ts'

/**
 * The kept store where there is one, else a new one from the snapshot. A store that turns out to be
 * empty or torn is thrown away: it is a demo, and can be made again.
 */
export async function openStore(
  { name, snapshot, known }: Opening,
  progress: (share: number) => void,
): Promise<PGlite> {
  if (name !== null && known) {
    const kept = await openKept(name)
    if (kept) return kept
  }
  if (name !== null) await forgetStore(name)
  const loadDataDir = await download(snapshot, progress)
  const dataDir = name === null ? {} : { dataDir: `idb://${name}`, relaxedDurability: true }
  return PGlite.create({ ...dataDir, loadDataDir })
}

async function openKept(name: string): Promise<PGlite | null> {
  try {
    const pglite = await PGlite.create({ dataDir: `idb://${name}`, relaxedDurability: true })
    const { rows } = await pglite.query(`select 1 where to_regclass('installation') is not null`)
    if (rows.length > 0) return pglite
    await pglite.close()
  } catch {
    // Thrown away by the caller.
  }
  return null
}

export const forgetStore = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(indexedDbName(name))
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () =>
      reject(new Error('the old demo data cannot be removed')),
    )
  })

/** The snapshot, unpacked while it arrives. */
async function download(url: string, progress: (share: number) => void): Promise<Blob> {
  const response = await fetch(url)
  if (!response.ok || !response.body)
    throw new Error(`the demo data did not arrive (${response.status})`)
  const total = Number(response.headers.get('content-length')) || 0
  let received = 0
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      received += chunk.length
      if (total > 0) progress(Math.min(1, received / total))
      controller.enqueue(chunk)
    },
  })
  const unpacked = response.body.pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'))
  return new Response(unpacked).blob()
}
