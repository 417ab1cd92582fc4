import { makeEmptyStore } from '#server/node/store/emptyStore.ts'

/** Once before all files: made by several workers at the same time it takes longer than a hook may. */
export default async function setup(): Promise<void> {
  await makeEmptyStore()
}
