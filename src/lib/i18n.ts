import { useSyncExternalStore } from 'react'
import type { zh } from '#locales/zh.ts'
import { entry as zhEntry } from '#locales/zh/entry.ts'

/**
 * The typed catalogue. zh is the type; en is checked against it. Messages with values are functions:
 * `t.ui.table.total(n)`. Before the application is loaded only `entry` (sign-in, setup, failures) is
 * there, so that the sign-in page does not carry the words of every page.
 */
export type Text = typeof zh
export type EntryText = typeof zhEntry

let entry: EntryText = zhEntry
let text: Text | null = null
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Words before the application is loaded. */
export function setEntryText(next: EntryText): void {
  entry = next
  tell()
}

/** All words; done by the application before it renders, and again when the language changes. */
export function setText(next: Text): void {
  text = next
  entry = next.entry
  tell()
}

/** For code outside components: errors, downloads. */
export const entryText = (): EntryText => entry

export const isTextLoaded = (): boolean => text !== null

/** For code outside components, once the application is loaded. */
export function currentText(): Text {
  if (text === null) throw new Error('the catalogue is not loaded')
  return text
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useEntryText = (): EntryText => useSyncExternalStore(subscribe, entryText)

/** `const t = useText()` → `t.meetings.title`. */
export const useText = (): Text => useSyncExternalStore(subscribe, currentText)
