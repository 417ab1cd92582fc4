import type { Implemented } from '#server/http/implement.ts'
import { session } from './session/handlers.ts'

/** Every feature that is served; each brings its handlers bound to its contract. */
export const features: readonly Implemented[] = [...session]
