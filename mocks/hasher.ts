import type { PasswordHasher } from '#server/world.ts'

/** Argon2id in WebAssembly, with the server's cost and the same strings; loaded when a password is used. */
export const pageHasher: PasswordHasher = {
  async hash(password) {
    const { argon2id } = await import('hash-wasm')
    return argon2id({
      password: password.normalize('NFKC'),
      salt: crypto.getRandomValues(new Uint8Array(16)),
      memorySize: 19_456,
      iterations: 2,
      parallelism: 1,
      hashLength: 32,
      outputType: 'encoded',
    })
  },
  async verify(hash, password) {
    const { argon2Verify } = await import('hash-wasm')
    return argon2Verify({ password: password.normalize('NFKC'), hash }).catch(() => false)
  },
}
