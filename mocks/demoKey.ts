/**
 * The page's data key. It protects nothing: the demo's people are made up and everybody has this file.
 * It is there so that the page runs the same code as a server, whose key is its own.
 */
export const demoKey = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256)
