import { buildSnapshot } from './snapshotFile.ts'

// Run by the Vite plugin before a demo build, or by hand: `node mocks/buildSnapshot.ts`.
const began = performance.now()
const { path, bytes, built } = await buildSnapshot()
process.stdout.write(
  built
    ? `demo snapshot: ${path} (${(bytes / 1_048_576).toFixed(1)} MB, ${Math.round(performance.now() - began)} ms)\n`
    : `demo snapshot is up to date: ${path}\n`,
)
