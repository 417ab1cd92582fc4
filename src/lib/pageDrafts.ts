/**
 * Over plain http browsers have no `crypto.subtle`: nothing can be sealed, and no draft may lie on a disk in clear.
 * What is typed then stays in the memory of the page, lost with it, and said so.
 */
export const canSeal = (): boolean => 'subtle' in crypto

/** Name of the draft → its text. */
export const inPage = new Map<string, string>()

// Its last copy goes with the page: the browser asks first.
if (typeof window !== 'undefined')
  window.addEventListener('beforeunload', (event) => {
    if (inPage.size > 0) event.preventDefault()
  })
