/**
 * The CSP nonce of this response, for style elements made by libraries. antd takes it by
 * ConfigProvider; @rc-component's scroll locker and scrollbar probe ignore it, so every style element
 * gets it at birth (the one hook that makes antd run without `unsafe-inline`).
 */
export const nonce: string = document.querySelector('style')?.nonce ?? ''

const create = document.createElement.bind(document)
document.createElement = (tag: string, options?: ElementCreationOptions) => {
  const element = create(tag, options)
  if (element instanceof HTMLStyleElement) element.nonce = nonce
  return element
}
