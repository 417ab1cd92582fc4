import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Idle and total ticks of all cores since the machine started; zeros where there is no /proc. */
function ticks(): { idle: number; total: number } {
  const line = read('/proc/stat').split('\n', 1)[0] ?? ''
  const values = line.trim().split(/\s+/).slice(1).map(Number)
  return {
    idle: (values[3] ?? 0) + (values[4] ?? 0),
    total: values.reduce((sum, value) => sum + value, 0),
  }
}

/**
 * Waits until half of the machine is idle, half a minute at most: a neighbour's work in the middle of a
 * page load says nothing about the page.
 */
export async function quiet(most = 30_000): Promise<void> {
  for (const until = Date.now() + most; Date.now() < until; await sleep(500)) {
    const before = ticks()
    await sleep(1500)
    const after = ticks()
    const total = after.total - before.total
    if (total === 0 || (after.idle - before.idle) / total >= 0.5) return
  }
}

/** Starts to watch; the answer gives the share of the time, in %, in which some task waited for a core. */
export function pressure(): () => number {
  const waited = () => Number(/some .*total=(\d+)/.exec(read('/proc/pressure/cpu'))?.[1] ?? 0)
  const before = waited()
  const since = performance.now()
  return () => Math.round((waited() - before) / (performance.now() - since) / 10)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
