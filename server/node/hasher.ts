import { hash, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '#server/world.ts'

/** Argon2id, OWASP's first choice: 19 MiB, two passes, one lane. Measured 25 ms on our machines. */
const strong = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Tests hash with the least cost that the algorithm takes. */
export const weakest = { memoryCost: 8, timeCost: 1, parallelism: 1 }

export const createHasher = (cost = strong): PasswordHasher => ({
  hash: (password) => hash(password.normalize('NFKC'), cost),
  verify: (hashed, password) => verify(hashed, password.normalize('NFKC')).catch(() => false),
})
