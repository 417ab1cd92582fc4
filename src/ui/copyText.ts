/** Plain http on an intranet has no `navigator.clipboard`: then the old way. @returns whether it was copied */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text)
      return true
    }
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'sc-sr'
    const parent = document.activeElement?.closest('dialog') ?? document.body
    parent.append(area)
    area.select()
    const copied = document.execCommand('copy')
    area.remove()
    return copied
  } catch {
    return false
  }
}
