declare module 'virtual:demo-snapshot' {
  /** Address of the prebuilt demo bureau. */
  export const url: string
  /** Changes with the schema and the seed: another key, another store in the browser. */
  export const key: string
  /** Version of the product. */
  export const version: string
}
