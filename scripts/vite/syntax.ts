/** A node of the tree that `this.parse` gives. */
export interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value
