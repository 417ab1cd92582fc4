import type { Implemented } from '#server/http/implement.ts'
import { accounts } from './accounts/handlers.ts'
import { audit } from './audit/handlers.ts'
import { makeups } from './makeups/handlers.ts'
import { meetings } from './meetings/handlers.ts'
import { roles } from './roles/handlers.ts'
import { session } from './session/handlers.ts'

/** Every feature that is served; each brings its handlers bound to its contract. */
export const features: readonly Implemented[] = [
  ...session,
  ...meetings,
  ...makeups,
  ...accounts,
  ...roles,
  ...audit,
]
