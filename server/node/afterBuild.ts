import { keepCommit } from './commit.ts'
import { compressScreen } from './compress.ts'
import { makeEmptyStore } from './store/emptyStore.ts'

// The second half of `npm run build`, after Vite.
keepCommit()
compressScreen()
await makeEmptyStore()
