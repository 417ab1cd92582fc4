/** Short notices from anywhere; `Toaster` shows them. */
export interface Toast {
  id: number
  tone: 'success' | 'info' | 'danger'
  text: string
  /** 撤销: what was just done can be taken back. */
  action?: { label: string; run: () => void }
}

let list: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

export const toasts = (): readonly Toast[] => list

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(to: readonly Toast[]): void {
  list = to
  for (const listener of listeners) listener()
}

export function dismissToast(id: number): void {
  change(list.filter((toast) => toast.id !== id))
}

function show(tone: Toast['tone'], text: string, action?: Toast['action']): number {
  const id = next
  next += 1
  // The same words twice are one notice; three at most, the newest stay.
  change([...list.filter((toast) => toast.text !== text), { id, tone, text, action }].slice(-3))
  return id
}

export const toast = {
  success: (text: string, action?: Toast['action']) => show('success', text, action),
  info: (text: string, action?: Toast['action']) => show('info', text, action),
  /** Stays until it is dismissed. */
  error: (text: string, action?: Toast['action']) => show('danger', text, action),
}
