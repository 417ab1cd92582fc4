import type { CDPSession } from '@playwright/test'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Processor time of the thread, in µs: what it took, not what it waited. */
  tdur?: number
  args?: { name?: string }
}

/**
 * The longest task of the page's main thread while `act` runs, in ms of processor time. It is what the
 * frame would take on a machine with nothing else to do, whatever the load of this one.
 */
export async function longestTask<T>(
  devtools: CDPSession,
  act: () => Promise<T>,
): Promise<{ cpu: number; answer: T }> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]))
  devtools.on('Tracing.dataCollected', collect)
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  })
  const answer = await act()
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await complete
  devtools.off('Tracing.dataCollected', collect)
  const place = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(place),
  )
  const tasks = events.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(place(event)),
  )
  return { cpu: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)), answer }
}
