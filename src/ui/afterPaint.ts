/** Work that need not be done before the answer to a press is seen: in a task behind its frame. */
export function afterPaint(work: () => void): void {
  // A page out of sight has no frames.
  if (document.hidden) work()
  else requestAnimationFrame(() => setTimeout(work))
}
