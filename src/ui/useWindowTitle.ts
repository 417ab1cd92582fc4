import { useEffect } from 'react'
import { entryText, useEntryText } from '#lib/i18n.ts'

/** What stands on the screen with a name: the page, and before it the record that is open beside its list. */
const shown: { name: string; beside: boolean }[] = []

function write(): void {
  const named = shown.findLast(({ beside }) => beside) ?? shown.at(-1)
  const { product, title } = entryText()
  document.title = named ? `${named.name} · ${product}` : title
}

/** The window, its tab and the history are called after what is read, from the moment its name is known. */
export function useWindowTitle(name: string | null, beside = false): void {
  const entry = useEntryText()
  useEffect(() => {
    if (!name) return
    const own = { name, beside }
    shown.push(own)
    write()
    return () => {
      shown.splice(shown.indexOf(own), 1)
      write()
    }
  }, [name, beside, entry])
}
