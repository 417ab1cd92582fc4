/** Hands a file to the browser's downloads; the mark at the head of a text goes with it. */
export function download(name: string, content: Blob | string, type = ''): void {
  const file = typeof content === 'string' ? new Blob([content], { type }) : content
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
