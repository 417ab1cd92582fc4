import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { begins, goesAhead, onlyReads } from '#server/db/ahead.ts'
import { toParameter } from '#server/db/values.ts'
import type { Scene } from './bare.ts'
import { isId } from './pgbench.ts'
import type { Statement } from './recorded.ts'

/** The scene of a request that was recorded twice: an id that differs is made anew by each request. */
export function sceneOf(
  url: string,
  once: readonly Statement[],
  again: readonly Statement[],
  answer: string,
): Scene {
  const values = (statement: Statement | undefined) =>
    statement?.parameters.map((parameter) => toParameter(parameter)) ?? []
  const differing = once.flatMap((statement, at) => {
    const other = values(again[at])
    return values(statement).filter(
      (value, index): value is string => value !== null && isId(value) && value !== other[index],
    )
  })
  const ids = [...new Set(differing)]
  const marked = (value: string | null) =>
    value === null ? null : ids.reduce((text, id) => text.replaceAll(id, `fresh:${id}`), value)
  const writes: Scene['writes'] = [[]]
  once.forEach((statement, at) => {
    const { sql } = statement
    writes.at(-1)?.push({ sql, values: values(statement).map(marked) })
    if (!begins(sql) && !goesAhead(sql) && at < once.length - 1) writes.push([])
  })
  return { url, writes, waits: !onlyReads(once[0]?.sql ?? ''), answer }
}

/** Starts it in a process of its own. */
export async function startBare(
  scene: Scene,
): Promise<{ url: string; pid: number; end: () => Promise<void> }> {
  const child = spawn(process.execPath, [new URL('bare.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(scene))
  const ended = once(child, 'exit')
  const line = await Promise.race([
    once(child.stdout, 'data').then(([data]) => String(data)),
    ended.then(([code]) => Promise.reject(new Error(`the bare server ended with ${code}`))),
  ])
  return {
    url: line.trim(),
    pid: child.pid ?? 0,
    end: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
